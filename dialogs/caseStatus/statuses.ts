import { t } from '../../core/i18n.ts';
import type { Text, Tone } from '../../core/types.ts';
import type { ComplaintStatus } from '../../rules/complaints/codes.ts';

const RECEIVED = t('已收到，正在安排同事处理。', '已收到，正在安排同事處理。', 'Received; a colleague is being assigned.');

/** Where a ticket stands, in plain words. `{remedy}`, `{result}`, `{other}` are filled from the ticket. */
export const statuses: Readonly<Record<ComplaintStatus, Text>> = {
  NEW: RECEIVED,
  ACKNOWLEDGED: RECEIVED,
  ASSESSED: RECEIVED,
  INVESTIGATING: t('同事正在核实。', '同事正在查核。', 'A colleague is looking into it.'),
  WAITING_CUSTOMER: t(
    '同事在等您的回复，直接把文字或照片发到这里就行。等您期间不计时。',
    '同事在等您的回覆，直接把文字或照片傳到這裡就行。等您的期間不計時。',
    'A colleague waits for your answer: just send words or photos here. The clock stands still meanwhile.',
  ),
  WAITING_THIRD_PARTY: t('正在等第三方答复。', '正在等第三方答覆。', 'We are waiting for an answer from a third party.'),
  ESCALATED: t('已加急，由专人处理。', '已加急，由專人處理。', 'It is urgent and with a person.'),
  RESOLUTION_PROPOSED: t('有处理方案了：\n{remedy}', '有處理方案了：\n{remedy}', 'There is an offer for you:\n{remedy}'),
  ACCEPTED: t('您接受了方案，正准备办理。', '您接受了方案，正準備辦理。', 'You accepted the offer; we are about to carry it out.'),
  REJECTED: t('您没有接受方案，同事会重新看。', '您沒有接受方案，專人會重新看。', 'You declined the offer; a colleague looks again.'),
  FULFILLING: t('正按您接受的方案办理。', '正依您接受的方案辦理。', 'We are carrying out what you accepted.'),
  RESOLVED: t('处理好了：\n{result}\n问题解决了吗？', '處理好了：\n{result}\n問題解決了嗎？', 'Done:\n{result}\nDoes that solve it?'),
  CLOSED: t('已经结束。', '已經結束。', 'It is closed.'),
  CLOSED_NO_REPLY: t('一直没等到您的回复，先结束了。', '一直沒等到您的回覆，先結束了。', 'It was closed because we did not hear from you.'),
  REOPENED: t('已重新打开，正在安排同事处理。', '已重新開啟，正在安排同事處理。', 'It is open again; a colleague is being assigned.'),
  EXTERNAL_APPEAL: t(
    '您已向主管部门申诉，我们正在配合处理。',
    '您已向主管機關申訴，我們正在配合處理。',
    'You appealed to the authority; we are answering them.',
  ),
  MERGED: t('已并入 {other}，一起处理。', '已併入 {other}，一起處理。', 'It was joined with {other} and is handled there.'),
  WITHDRAWN: t('您已经撤回。', '您已經撤回。', 'You withdrew it.'),
};

/** In a list, a few words each. */
export const shortStatuses: Readonly<Record<ComplaintStatus, Text>> = {
  NEW: t('已收到', '已收到', 'received'),
  ACKNOWLEDGED: t('已收到', '已收到', 'received'),
  ASSESSED: t('已收到', '已收到', 'received'),
  INVESTIGATING: t('核实中', '查核中', 'being looked into'),
  WAITING_CUSTOMER: t('等您回复', '等您回覆', 'waiting for you'),
  WAITING_THIRD_PARTY: t('等第三方答复', '等第三方答覆', 'waiting for a third party'),
  ESCALATED: t('加急处理中', '加急處理中', 'urgent, with a person'),
  RESOLUTION_PROPOSED: t('有方案，等您决定', '有方案，等您決定', 'an offer waits for you'),
  ACCEPTED: t('方案已接受', '方案已接受', 'offer accepted'),
  REJECTED: t('重新处理中', '重新處理中', 'being looked at again'),
  FULFILLING: t('办理中', '辦理中', 'being carried out'),
  RESOLVED: t('已处理', '已處理', 'done'),
  CLOSED: t('已结束', '已結束', 'closed'),
  CLOSED_NO_REPLY: t('已结束', '已結束', 'closed'),
  REOPENED: t('已重新打开', '已重新開啟', 'open again'),
  EXTERNAL_APPEAL: t('申诉中', '申訴中', 'under appeal'),
  MERGED: t('已合并', '已合併', 'joined with another'),
  WITHDRAWN: t('已撤回', '已撤回', 'withdrawn'),
};

const look = (tone: Tone, progress: 0 | 1 | 2 | 3 | 4) => ({ tone, progress });

/** Mood and how far along: taken in, looked into, answered, agreed, done. What waits for the customer asks for attention. */
export const looks: Readonly<Record<ComplaintStatus, ReturnType<typeof look>>> = {
  NEW: look('moving', 0),
  ACKNOWLEDGED: look('moving', 0),
  ASSESSED: look('moving', 0),
  INVESTIGATING: look('moving', 1),
  WAITING_CUSTOMER: look('attention', 1),
  WAITING_THIRD_PARTY: look('moving', 1),
  ESCALATED: look('attention', 1),
  RESOLUTION_PROPOSED: look('attention', 2),
  ACCEPTED: look('good', 3),
  REJECTED: look('moving', 1),
  FULFILLING: look('good', 3),
  RESOLVED: look('good', 4),
  CLOSED: look('neutral', 4),
  CLOSED_NO_REPLY: look('neutral', 4),
  REOPENED: look('moving', 0),
  EXTERNAL_APPEAL: look('attention', 1),
  MERGED: look('neutral', 4),
  WITHDRAWN: look('neutral', 4),
};

import { beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../bot/bot.ts';
import { createFixedClock } from '../../core/clock.ts';
import type { FileRef, Locale } from '../../core/types.ts';
import { composeNotice, keepNotice } from '../../dialogs/caseStatus/notices.ts';
import { flows } from '../../dialogs/index.ts';
import type { StoredState } from '../../dialogs/memory.ts';
import { createRouter } from '../../dialogs/router.ts';
import { createSampleShipments, SAMPLE_NOW, SAMPLES } from '../../dialogs/samples.ts';
import { COMPLAINT_NOTICE_KINDS } from '../../rules/complaints/codes.ts';
import type { ComplaintChange, ComplaintNotice } from '../../rules/complaints/types.ts';
import { createMemoryServices, type MemoryServices } from '../memory.ts';
import type { MemoryClaims } from '../memoryClaims.ts';
import { openUnderstander } from '../nlp/trainedModel.ts';
import { staff } from '../principals.ts';

const REFERENCE = 'CMP-20261121-0001';
const HOUR_MS = 3_600_000;
const TIME_ZONE = 'Asia/Shanghai';
const understander = openUnderstander();
const router = createRouter(flows);

let clock: ReturnType<typeof createFixedClock>;
let services: MemoryServices;
let states: Map<string, StoredState>;
let locale: Locale;
let turns: number;
let told: number;

beforeEach(() => {
  clock = createFixedClock(SAMPLE_NOW);
  services = createMemoryServices(clock, createSampleShipments());
  states = new Map();
  locale = 'zh-Hans';
  turns = 0;
  told = 0;
});

/** One message of one person; returns everything they hear, buttons in brackets. */
async function say(text: string, files?: readonly FileRef[], conversationId = 'conversation-1'): Promise<string> {
  turns += 1;
  const bot = createBot({ services, understander, router });
  const state = JSON.parse(JSON.stringify(states.get(conversationId) ?? {})) as Record<string, unknown>;
  const answer = await bot.answer(
    {
      ...{ channel: 'webchat', conversationId, userId: conversationId, providerMessageId: `p${turns}`, text, clientKey: conversationId },
      ...(files ? { kind: 'file', files } : { kind: 'text' }),
    },
    { ...{ conversationId, channel: 'webchat', userId: conversationId, locale, mode: 'bot', version: turns, lastSeq: turns }, state },
  );
  states.set(conversationId, { ...answer.memory });
  locale = answer.locale;
  return answer.replies.map((reply) => [reply.text, ...(reply.buttons ?? []).map(({ title }) => `[${title}]`)].join('\n')).join('\n');
}

const photo = (name: string): FileRef => ({ id: `file-${name}`, name, contentType: 'image/jpeg', sizeBytes: 1000 });

/** A colleague changes the ticket; what the customer is told unasked is remembered as the notice's sender does it. */
async function change(wanted: ComplaintChange, conversationId = 'conversation-1'): Promise<string> {
  turns += 1;
  await services.complaints.change(REFERENCE, wanted, staff('agent-1'), `agent-${turns}`);
  const notices = services.complaints.notices.slice(told);
  told = services.complaints.notices.length;
  const texts = notices.map((notice) => {
    const state = states.get(conversationId);
    if (state) states.set(conversationId, keepNotice(state, notice, clock.now()));
    return composeNotice(notice, locale, { timeZone: TIME_ZONE, now: clock.now() }).text;
  });
  return texts.join('\n');
}

async function register(): Promise<void> {
  await say(`投诉：${SAMPLES.delivered} 箱子压扁了，杯子都碎了`);
  await say('1234');
  expect(await say('道歉')).toContain(REFERENCE);
}

const OFFER: ComplaintChange = { to: 'RESOLUTION_PROPOSED', remedy: { type: 'compensation', text: '赔付 200 元' } };
const ticket = () => services.complaints.read(REFERENCE);

describe('an acceptance that is taken back', () => {
  it('is kept and told truthfully while it is carried out, also without a phone', async () => {
    await say('投诉，派件员对我大吼大叫');
    await say('没有单号');
    await say('道歉');
    await say('跳过');
    await change(OFFER);
    await say('接受');
    await change({ to: 'FULFILLING' });
    expect(await say('等一下，我没答应')).toMatch(/收回接受[\s\S]*仍是“已接受”[\s\S]*\[找人工\]/);
    expect(ticket().status).toBe('FULFILLING');
    expect(ticket().description).toContain('我没答应');
  });

  it('cannot be undone once the money has left', async () => {
    await say(`${SAMPLES.missorted}晚了一天多还没到，要求赔偿`);
    await say('1234');
    expect(await say('接受')).toContain('您接受了');
    await (services.claims as MemoryClaims).markPaid(REFERENCE, staff('agent-1'));
    expect(await say('我反悔了')).toMatch(/已经付出[\s\S]*CBR-/);
    expect(ticket().description).toContain('我反悔了');
  });
});

describe('photos in the intake', () => {
  it('are taken with any question open, and the question is asked again', async () => {
    await say('投诉');
    expect(await say('', [photo('box.jpg')])).toMatch(/收到 1 个文件.*\n.*发生了什么/);
    await say('箱子压扁了，里面的杯子都碎了');
    expect(await say('', [photo('cup.jpg')])).toMatch(/收到 1 个文件[\s\S]*哪件包裹/);
    await say(SAMPLES.delivered);
    await say('1234');
    await say('道歉');
    expect(ticket().files.map(({ id }) => id)).toEqual(['file-box.jpg', 'file-cup.jpg']);
    expect(await say('', [photo('late.jpg')])).toContain(`已加进 ${REFERENCE}`);
  });

  it('without an open question they are kept with the chat, as ever', async () => {
    expect(await say('', [photo('x.jpg')])).toContain('文件收到了');
  });

  it('prove a value by their name', async () => {
    await say(`${SAMPLES.lost}弄丢了，要求赔偿，里面的东西值20块`);
    await say('1234');
    // 20.00 at most five times the freight of 8.00, and the freight itself: 28.00, which the bot may offer.
    expect(await say('', [photo('发票.jpg')])).toMatch(/赔付 28\.00 元[\s\S]*\[接受\]\n\[不接受\]/);
    expect((await services.claims.find(REFERENCE))?.evidence).toBe('A');
  });
});

describe('a ticket that colleagues move on', () => {
  beforeEach(register);

  it('answers a question with words, and goes on', async () => {
    await change({ to: 'INVESTIGATING' });
    expect(await change({ to: 'WAITING_CUSTOMER', message: '是哪天收到的？' })).toMatch(/是哪天收到的[\s\S]*11月24日 20:00/);
    expect(await say('上周五下午三点')).toContain('继续办');
    expect(ticket()).toMatchObject({ status: 'INVESTIGATING', description: expect.stringContaining('上周五下午三点') });
  });

  it('answers a question with a photo alone', async () => {
    await change({ to: 'INVESTIGATING' });
    await change({ to: 'WAITING_CUSTOMER', message: '请发外箱照片' });
    await say('谢谢');
    expect(await say('', [photo('box.jpg')])).toContain('继续办');
    expect(ticket().status).toBe('INVESTIGATING');
  });

  it.each(['我不要', '我們不收', '不行', 'no way'])('takes %s after an offer as a no', async (no) => {
    await change(OFFER);
    expect(await say(no)).toContain(REFERENCE);
    expect(ticket().status).toBe('REJECTED');
  });

  it.each(['500我就接受', '能接受，但是得今天到账', 'only if you pay the postage too', '除非再退我運費'])(
    'takes %s after an offer as a condition: kept for whoever decides, and binding nobody',
    async (condition) => {
      await change(OFFER);
      expect(await say(condition)).toMatch(/记进|記進|noted/);
      expect(ticket()).toMatchObject({ status: 'RESOLUTION_PROPOSED', description: expect.stringContaining(condition) });
      await say('那算了，接受吧');
      expect(ticket().status).toBe('ACCEPTED');
    },
  );

  it.each(['接受不了', '你觉得我会接受这个数吗', '唔得，太少喇', 'not good enough', '打发叫花子呢'])(
    'takes %s after an offer as a no',
    async (no) => {
      await change(OFFER);
      await say(no);
      expect(ticket().status).toBe('REJECTED');
    },
  );

  it.each(['接受才怪', 'yeah, right lol', '好呀，發夢啦', '接受个锤子', 'sure, as if'])('hears scorn in %s, and no yes', async (scorn) => {
    await change(OFFER);
    await say(scorn);
    expect(ticket().status).not.toBe('ACCEPTED');
  });

  it.each(['我接受，麻烦快点打款', "yes that's fine, thanks", 'fine, deal', '好吧可以', 'OK啦'])(
    'takes %s after an offer as a yes',
    async (yes) => {
      await change(OFFER);
      await say(yes);
      expect(ticket().status).toBe('ACCEPTED');
    },
  );

  it.each([
    ...['到时候再说', '我问下家里人先', '接受是什么意思', 'what happens if I accept?'],
    ...['ok??', '好的，谢谢，我跟家里商量商量', '好啊？', 'fine, let me think it over'],
  ])('leaves the offer open at %s', async (words) => {
    await change(OFFER);
    await say(words);
    expect(ticket().status).toBe('RESOLUTION_PROPOSED');
  });

  it.each(['不太满意', '满意个鬼', '钱没到账 满意什么', '唔滿意', 'no, still broken'])(
    'opens again what is solved for us and not for them: %s',
    async (no) => {
      await change(OFFER);
      await say('接受');
      await change({ to: 'FULFILLING' });
      await change({ to: 'RESOLVED', rootCause: 'rough_handling' });
      await say(no);
      expect(ticket().status).not.toBe('CLOSED');
    },
  );

  it.each(['才赔这么点？', '得咁少？', '就這樣而已？', 'only 200? it cost 600', '买的时候600', '什么时候打款'])(
    'shows the offer again to %s, for the customer to decide',
    async (doubt) => {
      await change(OFFER);
      expect(await say(doubt)).toContain('赔付 200 元');
      expect(ticket().status).toBe('RESOLUTION_PROPOSED');
    },
  );

  it.each(['接受', '好的', '同意', `接受 ${REFERENCE}`])('takes %s after an offer, once', async (yes) => {
    await change({ to: 'INVESTIGATING' });
    await change({ to: 'RESOLUTION_PROPOSED', remedy: { type: 'apology', text: '站长上门道歉。' } });
    expect(await say(yes)).toContain('您接受了');
    expect(ticket().status).toBe('ACCEPTED');
    expect(await say('接受')).toContain('已经接受过了');
  });

  it('says the same when the turn of an acceptance is run again, as after a lost race', async () => {
    await change({ to: 'INVESTIGATING' });
    await change({ to: 'RESOLUTION_PROPOSED', remedy: { type: 'apology', text: '站长上门道歉。' } });
    const before = states.get('conversation-1') ?? {};
    const first = await say('接受');
    states.set('conversation-1', before);
    turns -= 1;
    expect(await say('接受')).toBe(first);
    expect(first).toContain('您接受了');
  });

  it('takes a refusal, asks why and keeps the answer', async () => {
    await change({ to: 'INVESTIGATING' });
    await change({ to: 'RESOLUTION_PROPOSED', remedy: { type: 'coupon', text: '20 元券' } });
    expect(await say('不接受')).toMatch(/由同事重新看[\s\S]*\[跳过\]/);
    expect(ticket().status).toBe('REJECTED');
    expect(await say('券我用不上，要退钱')).toContain('照着看');
    expect(ticket().description).toContain('券我用不上');
  });

  it('closes what is solved and opens it again within 30 days, not after', async () => {
    await change({ to: 'INVESTIGATING' });
    await change({ to: 'RESOLUTION_PROPOSED', remedy: { type: 'apology', text: '站长上门道歉。' } });
    await say('接受');
    expect(await change({ to: 'RESOLVED', rootCause: 'rough_handling' })).toContain('问题解决了吗');
    expect(await say('解决了')).toContain('到这里');
    expect(ticket().status).toBe('CLOSED');
    clock.advance(29 * 24 * HOUR_MS);
    expect(await say(`重新打开 ${REFERENCE}`)).toContain('已重新打开');
    await say('跳过');
    await change({ to: 'INVESTIGATING' });
    await change({ to: 'RESOLUTION_PROPOSED', remedy: { type: 'apology', text: '再次道歉。' } });
    await say('好');
    await change({ to: 'RESOLVED', rootCause: 'rough_handling' });
    await say('满意');
    clock.advance(31 * 24 * HOUR_MS);
    expect(await say(`重新打开 ${REFERENCE}`)).toMatch(/超过 30 天[\s\S]*\[投诉\]/);
    expect(ticket().status).toBe('CLOSED');
  });

  it('says that it is not solved', async () => {
    await change({ to: 'INVESTIGATING' });
    await change({ to: 'RESOLUTION_PROPOSED', remedy: { type: 'apology', text: '站长上门道歉。' } });
    await say('接受');
    await change({ to: 'RESOLVED', rootCause: 'rough_handling' });
    expect(await say('还没解决')).toContain('已重新打开');
    expect(ticket().status).toBe('REOPENED');
  });

  it('shows the hours that are left, and says sorry past them', async () => {
    // 48 hours were promised; after 17 there are 31 left.
    clock.advance(17 * HOUR_MS);
    expect(await say('投诉进度')).toContain('还剩 31 小时');
    clock.advance(32 * HOUR_MS);
    expect(await say('投诉进度')).toContain('已经超时，对不起');
  });

  it('is hidden from another conversation until the last four digits of its phone are given, and then only shown', async () => {
    const other = (text: string) => say(text, undefined, 'conversation-2');
    const unknown = (await other('CMP-20261121-0099 到哪了')).replaceAll('0099', '0001');
    states.delete('conversation-2');
    expect(await other(`${REFERENCE} 到哪了`)).toBe(unknown);
    expect(await other('9999')).toContain('没有核对上');
    // 13900001234: the recipient's, as the proof of the parcel told.
    expect(await other('1234')).toMatch(new RegExp(`${REFERENCE}[\\s\\S]*还剩 2 天`));
    expect(await other(`撤回 ${REFERENCE}`)).toContain('只能看进度和补充');
    expect(ticket().status).toBe('ASSESSED');
  });
});

describe('what is told unasked', () => {
  const notice: Omit<ComplaintNotice, 'kind'> = {
    ...{ conversationId: 'conversation-1', reference: REFERENCE, trackingNumber: SAMPLES.delivered, words: 'CMP-20261120-0007' },
    ...{ amount: { minor: 2000, currency: 'CNY' }, dueAt: '2026-11-24T12:00:00Z' },
  };

  it.each(COMPLAINT_NOTICE_KINDS)('%s reads whole in three languages', (kind) => {
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const reply = composeNotice({ ...notice, kind }, language, { timeZone: TIME_ZONE, now: new Date(SAMPLE_NOW) });
      expect(reply.text).toContain(REFERENCE);
      expect(reply.text).not.toMatch(/[{}]|undefined/);
      for (const { value } of kind === 'late' ? [] : (reply.buttons ?? [])) expect(value).toContain(REFERENCE);
    }
  });

  it('promises nothing of the past', () => {
    const late = composeNotice({ ...notice, kind: 'late' }, 'zh-Hans', { timeZone: TIME_ZONE, now: new Date('2026-11-25T00:00:00Z') });
    expect(late.text).toContain('对不起');
    expect(late.text).not.toContain('11月24日');
  });
});

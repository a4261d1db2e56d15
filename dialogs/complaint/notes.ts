import { say, t } from '../../core/i18n.ts';
import type { Text } from '../../core/types.ts';
import type { Turn } from '../turn.ts';
import { remedyTitles } from './remedies.ts';
import type { ComplaintSlots } from './slots.ts';
import { tell } from './value.ts';
import { describePhone } from './wishes.ts';

const PARCEL = t('• 包裹：{it}', '• 包裹：{it}', '• Parcel: {it}');
const STORY = t('• 情况：“{it}”', '• 情況：「{it}」', '• What happened: “{it}”');
const WISH = t('• 希望：{it}', '• 希望：{it}', '• What you wish for: {it}');
const VALUE = t('• 价值：{it}', '• 價值：{it}', '• Value: {it}');
const PHONE = t('• 联系：{it}', '• 聯絡：{it}', '• To reach you: {it}');
const FILES = t('• 文件：{it} 个', '• 檔案：{it} 個', '• Files: {it}');
const PENDING = t('• 还没提交，说完就登记。', '• 還沒送出，說完就登記。', '• Not submitted yet; it is registered once you are done.');
/** Of a long story its beginning is enough to know it by. */
const LONGEST = 160;

/** What the intake has taken down so far; nothing once there is a ticket, which tells for itself. */
export function noteIntake(turn: Turn, slots: ComplaintSlots | undefined): readonly string[] {
  if (!slots || slots.reference) return [];
  const { parcel, story, remedy, value, fileIds } = slots;
  const line = (text: Text, it: string | number | undefined): string[] => (it ? [say(text, turn.locale, { it })] : []);
  const told = story.replaceAll('\n', '；');
  return [
    ...line(PARCEL, parcel),
    ...line(STORY, told.length > LONGEST ? `${told.slice(0, LONGEST)}…` : told),
    ...line(WISH, remedy && remedyTitles[remedy][turn.locale]),
    ...line(VALUE, value && tell(turn, value)),
    ...line(PHONE, describePhone(turn, slots)),
    ...line(FILES, fileIds.length),
    PENDING[turn.locale],
  ];
}

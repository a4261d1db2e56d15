import type { Mood, Risk } from '../../core/types.ts';
import { SEVERITIES, type Severity, type TicketCategory, type TicketType } from './codes.ts';

/** What is known when a ticket is assessed. */
export interface SeverityInput {
  readonly type: TicketType;
  readonly category: TicketCategory;
  readonly mood: Mood;
  /** CNY fen. */
  readonly declaredMinor?: number;
  /** What is in the parcel, in any of our languages. */
  readonly items?: string;
  /** Of the segments TOP10_STABLE or GROWING_HIGH. */
  readonly isKeyAccount: boolean;
  /** Complaints of this person within the last 30 days, this one not counted. */
  readonly recentComplaints: number;
}

/** How severe and why. */
export interface Assessment {
  readonly severity: Severity;
  /** Codes, for the audit: `category:loss`, `value_above_1000`, `key_account`, `repeat_30_days`, `furious`, `deadline_critical`, `risk:legal` … */
  readonly reasons: readonly string[];
}

/** Where each category begins. What was lost, broken, or never handed over weighs more than what came late or was said rudely. */
const BASE: Readonly<Record<TicketCategory, Severity>> = {
  delay: 'P3',
  damage: 'P2',
  loss: 'P2',
  shortage: 'P2',
  misdelivery: 'P2',
  service_attitude: 'P3',
  fee_dispute: 'P3',
  fake_delivery_sign: 'P2',
  pickup: 'P3',
  cod: 'P2',
  return: 'P3',
  customs: 'P3',
  document: 'P3',
  privacy: 'P1',
  safety: 'P0',
  bot_service: 'P3',
  other: 'P3',
};

/** The least severity a risk allows: bodies and dangerous goods at once, law, regulator, press, data and the helpless soon. */
const FLOOR: Readonly<Record<Risk, Severity>> = {
  injury: 'P0',
  dangerous_goods: 'P0',
  self_harm: 'P0',
  danger: 'P1',
  legal: 'P1',
  media: 'P1',
  regulator: 'P1',
  privacy: 'P1',
  vulnerable: 'P1',
};

/** 1,000 CNY in fen. */
const HIGH_VALUE_MINOR = 100_000;

/** Late is as good as lost for these: medicine, exam papers, travel documents, tenders. */
const DEADLINE_CRITICAL =
  /(?<![农農火炸弹彈])[药藥](?![妆妝膳皂])|胰岛素|胰島素|疫苗|血样|血樣|准考证|準考證|[试試考]卷|签证|簽證|护照|護照|通行证|通行證|标书|標書|投标|投標|\b(?:medicines?|medications?|prescriptions?|insulin|vaccines?|blood samples?|exam(?:ination)? papers?|admission tickets?|passports?|visas?(?! (?:gift )?cards?)|tender documents?)\b/i;

/**
 * How severe a ticket is (domain rule: base by category, one step up each for value above 1,000 CNY, key account, repeat within 30
 * days and fury, two for deadline-critical goods). Steps alone lead to P1 at most; P0 is for safety. Suggestions and praise are P3
 * unless what they say is a risk.
 */
export function assessSeverity(input: SeverityInput): Assessment {
  const { type, category, mood } = input;
  const isComplaint = type === 'complaint';
  const base = isComplaint ? BASE[category] : 'P3';
  const steps = isComplaint ? listSteps(input) : [];
  const raised = raise(
    base,
    steps.reduce((sum, [, count]) => sum + count, 0),
  );
  const severity = mood.risks.reduce<Severity>((worst, risk) => moreSevere(worst, FLOOR[risk]), raised);
  const first = isComplaint ? `category:${category}` : `type:${type}`;
  return { severity, reasons: [first, ...steps.map(([reason]) => reason), ...mood.risks.map((risk) => `risk:${risk}`)] };
}

/** P0 and P1 go to a person at once. */
export function isUrgent(severity: Severity): boolean {
  return severity === 'P0' || severity === 'P1';
}

/** So many steps up, P1 at most; P0 stays P0. */
export function raise(severity: Severity, steps: number): Severity {
  if (severity === 'P0') return severity;
  return SEVERITIES[Math.max(1, SEVERITIES.indexOf(severity) - steps)] ?? severity;
}

/** The worse of two. */
export function moreSevere(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b) ? a : b;
}

function listSteps({ declaredMinor, isKeyAccount, recentComplaints, mood, items }: SeverityInput): readonly (readonly [string, number])[] {
  const rules: readonly (readonly [string, number, boolean])[] = [
    ['value_above_1000', 1, declaredMinor !== undefined && declaredMinor > HIGH_VALUE_MINOR],
    ['key_account', 1, isKeyAccount],
    ['repeat_30_days', 1, recentComplaints > 0],
    ['furious', 1, mood.anger === 2],
    ['deadline_critical', 2, items !== undefined && DEADLINE_CRITICAL.test(items)],
  ];
  return rules.filter(([, , holds]) => holds).map(([reason, steps]) => [reason, steps]);
}

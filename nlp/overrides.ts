import type { Entity, FoundNumber } from '../core/types.ts';
import type { Scored } from './decide.ts';
import { normalizeForFeatures } from './normalize.ts';
import { ENTITY_MARKS } from './numbers/entities.ts';

/**
 * What needs no classifier and must not depend on one: a bare tracking number, and a plain demand for a person.
 * Kept to these two: every further rule is right on its examples and wrong on somebody's sentence.
 */
export function findOverride(maskedText: string, entities: readonly Entity[], numbers: readonly FoundNumber[]): Scored | undefined {
  if (isBareTrackingNumber(maskedText, entities, numbers)) return { intent: 'track_shipment', confidence: 0.99 };
  if (maskedText.length <= LONGEST_DEMAND && asksForPerson(normalizeForFeatures(maskedText))) {
    return { intent: 'human_agent', confidence: 0.98 };
  }
  return undefined;
}

/** Longer ones tell a story in which a person occurs. */
const LONGEST_DEMAND = 60;

function isBareTrackingNumber(maskedText: string, entities: readonly Entity[], numbers: readonly FoundNumber[]): boolean {
  const only = entities.every(({ type }) => type === 'tracking_number');
  if (!only || entities.length + numbers.length === 0) return false;
  if (entities.length === 0) return false;
  return maskedText.replaceAll(ENTITY_MARKS.tracking_number, '').replace(/[\s\p{P}]/gu, '') === '';
}

/** The whole message is the demand, so that "人工客服骂我" stays a complaint and "不转人工了" reaches the classifier. */
function asksForPerson(text: string): boolean {
  const bare = text.replace(/[\s\p{P}]+/gu, ' ').trim();
  return CHINESE_DEMAND.test(bare.replaceAll(' ', '')) || ENGLISH_DEMAND.test(bare);
}

const CHINESE_DEMAND =
  /^(?:你好|您好|请|麻烦|帮我|给我|我要|我想|我想要|我需要|快|快点|能不能|能|可以|可不可以|直接|立刻|马上|赶紧){0,3}(?:(?:转|接|找|换|叫|要|联系|呼叫|召唤)(?:个|一下|到|成|给|一个)?)*(?:人工|真人|活人|人工客服|真人客服|人工服务|人工坐席)(?:客服|服务|坐席)?(?:吧|吗|啊|呀|谢谢|行吗|行不行|好吗|可以吗)?$/;
const ENGLISH_DEMAND =
  /^(?:(?:hi|hello|please|pls|can|could|i|you|want|wanna|need|to|would|like|let|me|just|get|give|a|an|the|now|speak|talk|chat|with|transfer|connect|put|through|real|live) )*(?:human|agent|live agent|real person|person|operator|representative|human agent|real human)(?: (?:please|pls|now|asap|thanks))*$/;

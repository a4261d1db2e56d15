-- Conversations whose user nobody vouches for shared an identity when their clients chose the same id, or met in a group: each
-- gets its own, and a ticket goes back to the conversation it was opened in, whoever was able to add to it since.
WITH used AS (
    SELECT identity_id, id AS conversation_id FROM conversations
    UNION SELECT identity_id, conversation_id FROM complaints WHERE identity_id IS NOT NULL
),
shared AS (SELECT identity_id FROM used GROUP BY identity_id HAVING count(*) > 1),
unvouched AS (
    SELECT v.id, v.channel, v.identity_id AS old_id, 'own-' || md5(v.id) AS new_id, v.created_at,
        CASE WHEN v.channel = 'directline' THEN 'guest:' || v.id ELSE 'conversation:' || v.id END AS user_id
    FROM conversations v
    JOIN shared ON shared.identity_id = v.identity_id
    LEFT JOIN bot_states s ON s.conversation_id = v.id
    WHERE (v.channel = 'directline' AND v.user_id LIKE 'guest:%')
        OR (v.channel = 'botframework' AND (split_part(v.user_id, ':', 1) IN ('directline', 'webchat', 'directlinespeech', 'emulator')
            OR s.data #>> '{address,conversation,isGroup}' = 'true'))
),
tickets AS (
    SELECT c.id, c.reference, c.identity_id AS old_id, m.conversation_id, 'own-' || md5(m.conversation_id) AS new_id
    FROM complaints c
    LEFT JOIN LATERAL (
        SELECT v.id FROM complaint_events e JOIN conversations v ON v.id = e.actor_id
        WHERE e.complaint_id = c.id AND e.action = 'opened' AND e.actor_type = 'customer' AND c.customer_id IS NULL
        ORDER BY e.seq LIMIT 1
    ) o ON true
    CROSS JOIN LATERAL (SELECT coalesce(o.id, c.conversation_id) AS conversation_id) m
    WHERE c.identity_id IN (SELECT old_id FROM unvouched)
        AND (m.conversation_id IN (SELECT id FROM unvouched)
            -- What it was with is forgotten by now, and the identity it had is nobody's any more.
            OR NOT EXISTS (SELECT FROM conversations v WHERE v.id = m.conversation_id AND v.identity_id = c.identity_id))
),
made AS (
    -- Not bound to a customer: whoever bound it, any of them may have been meant.
    INSERT INTO channel_identities (id, channel, user_id, created_at)
    SELECT new_id, channel, user_id, created_at FROM unvouched
),
split AS (
    UPDATE conversations v SET identity_id = u.new_id, user_id = u.user_id FROM unvouched u WHERE v.id = u.id
),
returned AS (
    UPDATE complaints c SET identity_id = t.new_id, conversation_id = t.conversation_id,
        open_key = CASE WHEN starts_with(c.open_key, t.old_id || '|') THEN t.new_id || substr(c.open_key, length(t.old_id) + 1) ELSE c.open_key END
    FROM tickets t WHERE c.id = t.id
),
told AS (
    UPDATE outbox o SET payload = jsonb_set(o.payload, '{conversationId}', to_jsonb(t.conversation_id))
    FROM tickets t WHERE o.kind = 'conversation.notice' AND o.done_at IS NULL AND o.payload ->> 'reference' = t.reference
)
DELETE FROM channel_identities i
WHERE i.id IN (SELECT old_id FROM unvouched)
    AND NOT EXISTS (SELECT FROM conversations v WHERE v.identity_id = i.id AND v.id NOT IN (SELECT id FROM unvouched));

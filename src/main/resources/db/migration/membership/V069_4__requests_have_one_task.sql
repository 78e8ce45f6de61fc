-- Who wants to represent an organisation was a task for each of its primary representatives, by name: now it is one, for whoever is one at the time.
INSERT INTO task (key, audience, message_key, arguments, path, due_at, opened_at)
SELECT DISTINCT ON (a.id) 'membership.application:' || a.id, 'primary:' || a.association,
       t.message_key, t.arguments, t.path, t.due_at, t.opened_at
  FROM application a JOIN task t ON t.key LIKE 'membership.application:' || a.id || ':%'
 WHERE a.kind = 'REPRESENTATIVE' AND a.state IN ('SUBMITTED', 'IN_REVIEW')
 ORDER BY a.id, t.opened_at
ON CONFLICT (key) DO NOTHING;

DELETE FROM task WHERE key LIKE 'membership.application:%:%';

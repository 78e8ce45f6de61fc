COMMENT ON COLUMN letter.message_id IS 'fixed with the first attempt, so that a second copy after a lost answer is known as the same letter';

-- An agreement that comes into force is entered by the house itself: nobody has reported it.
ALTER TABLE result_claim ALTER COLUMN reported_by DROP NOT NULL;

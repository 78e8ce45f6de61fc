CREATE TABLE seminar_attendance (
    registration uuid NOT NULL REFERENCES seminar_registration,
    day          uuid NOT NULL REFERENCES seminar_day,
    presence     text NOT NULL CHECK (presence IN ('PRESENT', 'LATE', 'EXCUSED', 'ABSENT')),
    way          text NOT NULL CHECK (way IN ('TICKET', 'ROOM', 'HAND', 'CLOSE')),
    marked_by    uuid,
    marked_at    timestamptz NOT NULL,
    PRIMARY KEY (registration, day)
);
CREATE INDEX seminar_attendance_day ON seminar_attendance (day);

-- What was thought of a day, or of the whole: no person, no moment, and an id that does not rise.
CREATE TABLE seminar_voice (
    id      uuid PRIMARY KEY,
    seminar uuid NOT NULL REFERENCES seminar,
    day     uuid REFERENCES seminar_day,
    points  int NOT NULL CHECK (points BETWEEN 1 AND 5),
    words   text NOT NULL
);
CREATE INDEX seminar_voice_of ON seminar_voice (seminar);

-- Who has said something, and nothing of what.
CREATE TABLE seminar_voiced (
    registration uuid NOT NULL REFERENCES seminar_registration,
    day          uuid REFERENCES seminar_day,
    UNIQUE NULLS NOT DISTINCT (registration, day)
);

-- Who holds a role: those who keep a house are few among its people.
CREATE INDEX role_grant_by_role ON role_grant (role, person);

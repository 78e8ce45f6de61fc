-- For whom somebody writes, where they had a mandate to: membership owns the id. It stays when the mandate ends.
ALTER TABLE post ADD COLUMN on_behalf_of uuid;
ALTER TABLE draft ADD COLUMN on_behalf_of uuid;

"""What is kept: orders in the database, the catalogue in Redis."""

"""Clients of the services that the shop depends on."""

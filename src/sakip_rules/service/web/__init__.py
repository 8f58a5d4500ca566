"""The calls over HTTP: one WSGI application, its description as OpenAPI, and a server for it."""

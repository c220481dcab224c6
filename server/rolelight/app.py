"""The application: wiring only."""

from __future__ import annotations

from flask import Flask

from rolelight.api import document, routes
from rolelight.api.description import OPENAPI
from rolelight.api.errors import Api, install_error_handlers
from rolelight.api.guard import guard
from rolelight.api.headers import add_headers
from rolelight.api.json_provider import FastJSONProvider
from rolelight.config import Settings
from rolelight.site import demos, pages
from rolelight.state import EXTENSION_KEY, State, create_state


def create_app(settings: Settings, state: State | None = None) -> Flask:
    """The WSGI application for these settings; without a state, with one of its own for one's own machine."""
    app = Flask("rolelight", template_folder="site/templates", static_folder="site/static")
    app.config.from_mapping(OPENAPI, MAX_CONTENT_LENGTH=settings.max_body_bytes)
    app.json = FastJSONProvider(app)
    app.json.sort_keys = False  # a reading's order is for people
    # Else "//" in an address would be redirected, and behind a team's proxy to http, out of TLS.
    app.url_map.merge_slashes = False
    app.extensions[EXTENSION_KEY] = state or create_state(settings)
    app.jinja_env.globals["shared_address"] = settings.shared_address
    app.before_request(guard)
    app.after_request(add_headers)
    api = Api(app)
    api.register_blueprint(routes.blueprint)
    install_error_handlers(app)
    for blueprint in (document.blueprint, pages.blueprint, demos.blueprint):
        app.register_blueprint(blueprint)
    return app

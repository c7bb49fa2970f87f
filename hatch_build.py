"""Make what git does not hold while a wheel is built: compiled catalogs, bundled pages."""

import sys
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class MadeFiles(BuildHookInterface[BuilderConfig]):
    """Puts a .mo beside each .po and the pages' scripts into console/static; a fault stops it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files, and take them in although git ignores them."""
        del version
        # The build runs in an environment of its own, where this project is not installed.
        sys.path.insert(0, self.root)
        from console.bundling import bundle  # noqa: PLC0415 - needs the line above
        from locales.compiling import compile_all  # noqa: PLC0415 - the same

        compile_all()
        bundle()
        build_data["artifacts"] += ["locales/*/LC_MESSAGES/*.mo", "console/static/*"]

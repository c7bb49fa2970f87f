"""Compile the catalogs while a wheel is built: git holds only what people wrote."""

import sys
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogs(BuildHookInterface[BuilderConfig]):
    """Puts a .mo beside each .po; a catalog with faults stops the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and take the files in although git ignores them."""
        del version
        # The build runs in an environment of its own, where this project is not installed.
        sys.path.insert(0, self.root)
        from locales.compiling import compile_all  # noqa: PLC0415 - needs the line above

        compile_all()
        build_data["artifacts"].append("locales/*/LC_MESSAGES/*.mo")

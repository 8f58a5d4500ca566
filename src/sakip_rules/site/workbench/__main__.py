"""`python -m sakip_rules.site.workbench FOLDER`: make the files that the workbench page loads."""

import sys
from pathlib import Path

from sakip_rules.site.workbench.assets import AssetsError, make_assets

if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and its folder
        sys.exit("python -m sakip_rules.site.workbench FOLDER")
    try:
        make_assets(Path(sys.argv[1]))
    except AssetsError as error:
        sys.exit(str(error))

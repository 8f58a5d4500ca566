"""The workbench page's engine: what runs in the browser, and the folder of files that brings it there."""

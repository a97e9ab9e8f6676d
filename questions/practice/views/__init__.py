"""One module a kind of page. A view reads its GET form, asks QuerySets, and hands one dict to a template."""

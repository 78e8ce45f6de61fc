#!/bin/sh
# Draws the demonstration's pictures from their SVG sources: draw.sh FONTS OUT, where FONTS is the folder of the house's fonts.
set -eu
fonts=$(cd "$1" && pwd) out=$(cd "$2" && pwd)
cd "$(dirname "$0")"
for source in *.svg; do
    size=$(sed -n '1s/.*width="\([0-9]*\)" height="\([0-9]*\)".*/\1,\2/p' "$source")
    page=$(mktemp --suffix=.html)
    {
        echo '<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}'
        for part in latin:U+0000-024F,U+2000-22FF cyrillic:U+0400-04FF; do
            echo "@font-face{font-family:'Sofia Sans';font-weight:1 1000;src:url('file://$fonts/sofia-sans-${part%%:*}.woff2');unicode-range:${part#*:}}"
        done
        echo '</style>'
        cat "$source"
    } >"$page"
    chromium --headless --no-sandbox --disable-background-networking --disable-component-update --disable-sync \
        --no-first-run --disable-quic --allow-file-access-from-files --virtual-time-budget=3000 --hide-scrollbars --window-size="$size" \
        --screenshot="$out/${source%.svg}.png" "file://$page" >/dev/null 2>&1
    rm "$page"
done

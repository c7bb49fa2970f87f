"""Five hundred hostile strings: what runs of them calls `ran`, asks for `/ran`, or is blocked.

After OWASP's XSS filter evasion cheat sheet, the mutation-XSS classics (Heiderich and others,
"mXSS attacks", 2013; Bentkowski's namespace confusion, 2020), template syntaxes, and Unicode's own
traps (TR 36). `{n}` becomes the string's number, so that each is a string of its own.
"""

from collections.abc import Iterator

AMOUNT = 500
BIG = 60 * 1024
"""Bytes of the one that is as large as an envelope lets it be."""

_SCRIPTS = (
    "<script>ran({n})</script>",
    "</title><script>ran({n})</script>",
    "</textarea><script>ran({n})</script>",
    '"><script src="/ran/{n}.js"></script>',
    "<scr<script>ipt>ran({n})</scr</script>ipt>",
    "<script>/*{n}*/fetch('/ran/{n}')</script>",
    "<ScRiPt/x>ran({n})</sCrIpT>",
    "%3Cscript%3Eran({n})%3C/script%3E",
    "&lt;script&gt;ran({n})&lt;/script&gt;",
    "\\u003cscript\\u003eran({n})\\u003c/script\\u003e",
    "<script type=module>import'/ran/{n}.js'</script>",
)
_HANDLERS = (
    "<img src=x onerror=ran({n})>",
    "<img/src='/ran/{n}.png'/onerror='ran({n})'>",
    '" autofocus onfocus=ran({n}) x="',
    "' onmouseover='ran({n})' style='position:fixed;inset:0'",
    "<body onload=ran({n})>",
    "<details open ontoggle=ran({n})>x</details>",
    "<video><source onerror=ran({n})></video>",
    "<input autofocus onfocus=ran({n})>",
    "<marquee onstart=ran({n})>x</marquee>",
    "<select onfocus=ran({n}) autofocus><option>x</select>",
    "<x onanimationstart=ran({n}) style='animation:arrived 1s'>x</x>",
    "<button popovertarget=p onclick=ran({n})>x</button><p popover id=p onbeforetoggle=ran({n})>",
)
_ELEMENTS = (
    "<svg onload=ran({n})>",
    "<svg><script href='data:text/javascript,ran({n})'/></svg>",
    "<svg><animate onbegin=ran({n}) attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=ran({n})/>#x'/></svg>",
    "<math href='javascript:ran({n})'>x</math>",
    "<iframe srcdoc='<script>parent.ran({n})</script>'></iframe>",
    "<iframe src='javascript:parent.ran({n})'></iframe>",
    "<object data='/ran/{n}.svg'></object><embed src='/ran/{n}.swf'>",
    "<link rel=stylesheet href='/ran/{n}.css'>",
    "<link rel=prefetch href='https://outside.example/ran/{n}'>",
    "<meta http-equiv=refresh content='0;url=/ran/{n}'>",
    "<base href='https://outside.example/ran/{n}/'>",
    "<form action='/ran/{n}'><button autofocus>x</button></form>",
    "<template><script>ran({n})</script></template>",
    "<a href='javascript:ran({n})'>x</a>",
    "<portal src='/ran/{n}'></portal>",
)
_ADDRESSES = (
    "javascript:ran({n})",
    "java\tscript:ran({n})",
    "JaVaScRiPt:ran({n})//",
    "data:text/html,<script>opener.ran({n})</script>",
    "vbscript:ran({n})",
    "https://outside.example/ran/{n}",
    "//outside.example/ran/{n}",
    "[x](javascript:ran({n}))",
    "![x](https://outside.example/ran/{n}.png)",
    "blob:https://outside.example/ran-{n}",
)
_TEMPLATES = (
    "{{{{ ran({n}) }}}}",
    "${{ran({n})}}",
    "{{% for x in ran({n}) %}}",
    "<%= ran({n}) %>",
    "#{{ran({n})}}",
    "{{{{constructor.constructor('ran({n})')()}}}}",
    "{{0.__class__}} {n}",
    "%s %d %({n})s",
    "__proto__ {n}",
    "constructor {n}",
)
_STYLES = (
    "</style><style>body{{background:url(/ran/{n})}}</style>",
    "<style>@import '/ran/{n}.css';</style>",
    "<p style='background:url(/ran/{n}.png)'>x",
    "x;background:url(/ran/{n})",
    "expression(ran({n}))",
    "}}*{{display:none}}/*{n}",
)
_SIGNS = (
    "\u202eright to left {n}\u202c",
    "\u2066isolated\u2069 {n} \u200f\u200e\u061c",
    "zero\u200bwidth\ufeff\u2060 {n} \u00ad",
    "nothing\x00here {n} \x1b[31m\x07\x08\x7f\x9b31m",
    "\U0001f469\U0001f3fd\u200d\u2696\ufe0f {n} \U0010ffff \ufffe",
    "a" + "\u0301\u0489" * 40 + " {n}",
    "\r\n\u2028\u2029\x0b\x0c{n}",
    "\uff1cscript\uff1eran({n})\uff1c/script\uff1e",
    "<\x00script>ran({n})</script\x00>",
)
_MUTATIONS = (
    "<noscript><p title='</noscript><img src=x onerror=ran({n})>'>",
    "<listing>&lt;img src=x onerror=ran({n})&gt;</listing>",
    "<math><mtext><table><mglyph><style><!--</style><img id='--&gt;&lt;img onerror=ran({n})&gt;'>",
    "<svg></p><style><a id='</style><img src=1 onerror=ran({n})>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran({n})>",
    "<xmp><p title='</xmp><svg/onload=ran({n})>'>",
    "<!--><img src=x onerror=ran({n})>-->",
    "<![CDATA[><img src=x onerror=ran({n})>]]>",
    "`<img src=x onerror=ran({n})>`",
    "<p id='getElementById'><p id=body><form id=document name=cookie>{n}",
)

_FAMILIES = (
    *(_SCRIPTS, _HANDLERS, _ELEMENTS, _ADDRESSES, _TEMPLATES),
    *(_STYLES, _SIGNS, _MUTATIONS),
)
_AROUND = ("{}", '"{}"', "x'>{}", "--></script>{}", "\u202e{}", "</dd></dl>{}<!--")


def _all() -> Iterator[str]:
    number = 0
    for around in _AROUND:
        for family in _FAMILIES:
            for one in family:
                number += 1
                yield around.format(one.format(n=number))


def hostile() -> tuple[str, ...]:
    """Return the strings, each different from every other."""
    found = tuple(_all())[:AMOUNT]
    assert len(set(found)) == AMOUNT
    return found


def markup() -> str:
    """Return one string of 60 KiB of markup."""
    one = "<div onclick=ran(0)><b><img src=/ran/big onerror=ran(0)>"
    return one * (BIG // len(one))

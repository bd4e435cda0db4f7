package io.taskledger.app.e2e;

import java.util.List;

/** Texts that run something where they are taken for more than text: each calls {@code alert}. */
final class Injections {

    static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "<ScRiPt>alert(2)</sCrIpT>",
            "\"><script>alert(3)</script>",
            "</title><script>alert(4)</script>",
            "</textarea><script>alert(5)</script>",
            "</style><script>alert(6)</script>",
            "<scr<script>ipt>alert(7)</scr</script>ipt>",
            "<img src=x onerror=alert(8)>",
            "<img src=\"x\" onerror=\"alert(9)\">",
            "<IMG SRC=x OnErRoR=alert`10`>",
            "<img/src=x/onerror=alert(11)>",
            "<img src=x\nonerror=alert(12)>",
            "<svg onload=alert(13)>",
            "<svg/onload=alert(14)>",
            "<svg><script>alert(15)</script></svg>",
            "<svg><animate onbegin=alert(16) attributeName=x dur=1s>",
            "<svg><a xlink:href=\"javascript:alert(17)\"><text y=20>17</text></a></svg>",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(18)>",
            "<body onload=alert(19)>",
            "<iframe src=\"javascript:alert(20)\"></iframe>",
            "<iframe srcdoc=\"<script>parent.alert(21)</script>\"></iframe>",
            "<object data=\"javascript:alert(22)\"></object>",
            "<embed src=\"javascript:alert(23)\">",
            "<details open ontoggle=alert(24)>24</details>",
            "<video><source onerror=alert(25)></video>",
            "<audio src=x onerror=alert(26)>",
            "<input autofocus onfocus=alert(27)>",
            "<select autofocus onfocus=alert(28)>",
            "<marquee onstart=alert(29)>29</marquee>",
            "<link rel=stylesheet href=\"javascript:alert(30)\">",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(31)\">",
            "<base href=\"javascript:alert(32)//\">",
            "<a href=\"javascript:alert(33)\" autofocus>33</a>",
            "[34](javascript:alert(34))",
            "![35](x\"onerror=\"alert(35))",
            "[36](data:text/html;base64,PHNjcmlwdD5hbGVydCgzNik8L3NjcmlwdD4=)",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(37)>\">",
            "<template><img src=x onerror=alert(38)></template><x-a is=\"x\" onclick=alert(38)>",
            "${alert(39)} {{constructor.constructor('alert(39)')()}} #{alert(39)}",
            "';alert(40)//\\';alert(40)//\";alert(40)//--></script>\"><img src=x onerror=alert(40)>");

    private Injections() {}
}

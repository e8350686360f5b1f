#include "report/style.hpp"

namespace thermidor::report {
namespace {

// Page: type, tables, sections, phone and print.
constexpr std::string_view kPageStyle = R"css(
:root{--ink:#1d1d1b;--soft:#6b6862;--line:#dedad2;--paper:#fbfaf7;--base:#3f6b8c;--alt:#b4532a;--rule:#2f6f5e}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.55 Georgia,"DejaVu Serif",serif}
main{max-width:960px;margin:0 auto;padding:2rem 1.2rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 .6rem;font-weight:600}
h2{font-size:1.25rem;margin:2.8rem 0 .6rem;border-top:1px solid var(--line);padding-top:1.1rem;font-weight:600}
h3{font-size:1rem;margin:1.4rem 0 .3rem}
p{margin:.5rem 0;max-width:68ch}
.kicker,.unit,.small,.tick,.name,table,figcaption,summary,.legend,nav{font-family:"Helvetica Neue",Arial,"DejaVu Sans",sans-serif}
.kicker{color:var(--soft);font-size:.82rem;letter-spacing:.03em;text-transform:uppercase}
.answer{font-size:1.15rem;border-left:4px solid var(--alt);padding:.2rem 0 .2rem 1rem;margin:1.2rem 0}
.answer p{margin:.35rem 0}
.unit{color:var(--soft);font-size:.78rem;font-weight:400}
.small{color:var(--soft);font-size:.8rem;line-height:1.4;font-weight:400}
nav{font-size:.84rem;margin:1rem 0}nav a{margin-right:1rem}
a{color:var(--base)}
.grid2{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(420px,100%),1fr));gap:1.2rem 1.4rem}
figure{margin:0}
figcaption{font-size:.86rem;margin-bottom:.15rem}
svg{width:100%;height:auto;display:block;overflow:visible}
)css";

// Charts: the two arms, recorded points, the bureau, roll calls.
constexpr std::string_view kChartStyle = R"css(
svg .grid{stroke:var(--line);stroke-width:.7}
svg .tick,svg .name{font-size:11px;fill:var(--soft)}
svg .name{fill:var(--ink);font-size:12px}
svg .beyond{fill:var(--ink);opacity:.07}
svg .fork{stroke:var(--ink);stroke-dasharray:3 3;stroke-width:1}
svg .base.wide,svg .alt.wide{opacity:.14}
svg .base.narrow,svg .alt.narrow{opacity:.26}
svg path.base.wide,svg path.base.narrow{fill:var(--base)}
svg path.alt.wide,svg path.alt.narrow{fill:var(--alt)}
svg .median{fill:none;stroke-width:1.9}
svg .base.median{stroke:var(--base)}
svg .alt.median{stroke:var(--alt);stroke-dasharray:6 2}
svg circle.rec{fill:var(--ink)}
svg circle.rec.open{fill:var(--paper);stroke:var(--ink);stroke-width:1.3}
svg line.rec{stroke:var(--ink);stroke-width:1.2}
table{border-collapse:collapse;font-size:.84rem;width:100%;line-height:1.35}
th{text-align:left;font-weight:600}
thead th{color:var(--soft);font-weight:500;font-size:.76rem;border-bottom:1px solid var(--line);vertical-align:bottom}
td,th{padding:.32rem .7rem .32rem 0;vertical-align:top}
tbody tr{border-bottom:1px solid #eeebe4}
.effects td{white-space:nowrap}
.effects .bar{width:190px}
.effects th:first-child{min-width:9em}
.acts li{margin:.4rem 0}
.sources td{overflow-wrap:anywhere}.sources td:last-child{overflow-wrap:normal}
svg .zero{stroke:var(--soft);stroke-width:1}
svg .interval{stroke-width:3;stroke:#9b978f}
svg .dot{fill:#9b978f}
svg .interval.up,svg .interval.down{stroke:var(--alt)}
svg .dot.up,svg .dot.down{fill:var(--alt)}
td.none{color:var(--soft)}
td.up,td.down{font-weight:600}
.share{display:inline-block;width:160px;vertical-align:middle;margin-right:.4rem}
svg .track{fill:#eeebe4}
svg rect.base.fill{fill:var(--base)}svg rect.alt.fill{fill:var(--alt)}
.scroll{overflow-x:auto}
.bureau svg{min-width:640px}
svg rect.lone{fill:#e3dfd5;stroke:#a39e93;stroke-width:.7}svg rect.lone.candidate{fill:none;opacity:1;stroke-dasharray:3 2}svg rect.rules{fill:var(--ink)}
svg rect.candidate{opacity:.42}
svg .rung circle{fill:var(--ink)}svg .rung text{fill:#fff;font:9px Arial,sans-serif;text-anchor:middle}
.legend{font-size:.8rem;color:var(--soft);margin:.2rem 0 1rem}
.legend i{display:inline-block;width:1.5em;height:.75em;margin:0 .35em 0 1em;vertical-align:-.05em}
.hemi{width:210px;margin:.3rem 0}
svg .for{fill:var(--rule)}svg .against{fill:#a0473f}svg .none{fill:#c9c5bb}
.feed{list-style:none;padding:0;margin:0;font-size:.92rem}
.feed li{padding:.22rem 0;border-bottom:1px solid #eeebe4;display:flex;gap:.8rem}
.feed time{color:var(--soft);font:.78rem/1.7 Arial,sans-serif;flex:0 0 4.6em}
details{margin:.4rem 0}
summary{cursor:pointer;color:var(--soft);font-size:.8rem}
code{font:.78rem/1.5 "DejaVu Sans Mono",monospace;background:#f1eee7;padding:.1rem .3rem;overflow-wrap:anywhere}
.held{color:var(--rule);font-weight:600}.failed{color:#a0473f;font-weight:600}
@media(max-width:600px){body{font-size:16px}main{padding:1rem .8rem 3rem}h1{font-size:1.5rem}nav a{display:inline-block}
.stack thead{display:none}.stack tr{display:block;padding:.5rem 0}.stack th{display:block;padding:0}
.stack td{display:inline-block;padding:.15rem 1rem .15rem 0;white-space:normal}.stack td.range{display:block}.stack td:empty{display:none}
.stack td[data-label]::before{content:attr(data-label) " ";color:var(--soft);font-weight:400}
.share{width:70px;display:block}}
@media print{body{background:#fff;font-size:10.5pt}main{max-width:none;padding:0}nav,summary{display:none}
.scroll{overflow:visible}.effects td{white-space:normal}.effects .bar{width:110px}.bureau svg{min-width:0}.grid2{grid-template-columns:1fr 1fr}figure,tr,li{break-inside:avoid}h2,h3{break-after:avoid}
svg,.legend i{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)css";

// Pictures of the economy: grain, scissors, tiles, accumulation, bands. Tones differ in lightness, too.
constexpr std::string_view kEconomyStyle = R"css(
.tabs{display:flex;flex-wrap:wrap;gap:.3rem;margin:.8rem 0 .2rem}
.tabs>input{position:absolute;opacity:0;pointer-events:none}
.tabs>label{font:.82rem/1.4 Arial,"DejaVu Sans",sans-serif;padding:.25rem .6rem;border:1px solid var(--line);border-radius:3px;cursor:pointer}
.tabs>input:checked+label{background:var(--ink);color:var(--paper);border-color:var(--ink)}
.tabs>input:focus-visible+label{outline:2px solid var(--base)}
.tabs>.panel{order:1;width:100%;display:none;padding-top:.6rem}
.tabs>input:checked+label+.panel{display:block}
.single{max-width:560px}
svg .knot{font:11px Arial,"DejaVu Sans",sans-serif}
svg text.knot{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
svg rect.village{fill:#8a6a1f}svg rect.state{fill:#274b6d}svg rect.trade{fill:#b4532a}svg rect.lost{fill:#6b6862}
svg path.ribbon{opacity:.5}svg path.ribbon.village{fill:#d8bd78}svg path.ribbon.state{fill:#6d93b8}
svg path.ribbon.trade{fill:#e0a083}svg path.ribbon.lost{fill:#a8a49b}
.swatch{border-bottom:.35em solid}.swatch.village{border-color:#d8bd78}.swatch.state{border-color:#6d93b8}
.swatch.trade{border-color:#e0a083}.swatch.lost{border-color:#a8a49b}
.scissors,.paid{max-width:600px}
.scissors .name{paint-order:stroke;stroke:var(--paper);stroke-width:3px}
svg .parity{stroke:var(--soft);stroke-width:.8;stroke-dasharray:1 2}
svg .blade{fill:none;stroke-width:1.9}svg .blade.industry{stroke:#274b6d}svg .blade.farm{stroke:#b07d1a}
svg .blade.twin{stroke-dasharray:2 2}
.legend i.blade-industry{background:#274b6d}.legend i.blade-farm{background:#b07d1a}
svg rect.rec{fill:var(--ink)}svg rect.rec.open{fill:var(--paper);stroke:var(--ink);stroke-width:1.2}
svg line.mark{stroke:var(--soft);stroke-width:.7;opacity:.45}
svg g.mark circle{fill:var(--paper);stroke:var(--ink)}svg g.mark.credit circle{fill:var(--ink)}
svg g.mark text{font:9px Arial,sans-serif;text-anchor:middle;fill:var(--ink)}svg g.mark.credit text{fill:var(--paper)}
ol.marks,.key ol{font:.8rem/1.45 Arial,"DejaVu Sans",sans-serif;padding-left:1.6rem;margin:.4rem 0}
ol.marks{columns:2 17rem;column-gap:2.4rem}ol.marks li{break-inside:avoid}ol.marks .unit{white-space:normal}.key ol{columns:2 9rem;flex:1 1 18rem}
.key{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;align-items:center}.key svg{width:230px;flex:none}
.maps{display:grid;grid-template-columns:repeat(auto-fill,minmax(92px,1fr));gap:.6rem .8rem;margin:.3rem 0 .6rem}
.maps figcaption{font-size:.76rem;color:var(--soft)}
.maps rect{stroke:#fff;stroke-width:.4}
.shades span{white-space:nowrap;margin-right:.9em}.shades i{margin:0 .35em 0 0;border:1px solid var(--line)}
h4{font-size:.86rem;margin:.8rem 0 .2rem}
.strip{width:240px;max-width:100%}
svg rect.within{fill:#c3d3cb}.legend i.within{background:#c3d3cb}
svg .bound{stroke:#2f6f5e;stroke-width:1.4}
svg .run{fill:none;stroke-width:1.3;opacity:.75}svg .run.base{stroke:var(--base)}svg .run.alt{stroke:var(--alt)}
svg .middle{fill:var(--ink)}
.strips th:first-child{min-width:11em;max-width:17em}.strips td{font-size:.78rem}
@media(max-width:600px){.strips .strip{width:100%}.maps{grid-template-columns:repeat(auto-fill,minmax(76px,1fr))}}
@media print{.tabs>label{display:none}
.maps{grid-template-columns:repeat(8,1fr)}.maps rect,.legend i,i{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.strips .strip{width:150px}.key,.maps figure{break-inside:avoid}}
)css";

// Pictures of the party: divisions, falls, patronage, generations, dossiers.
constexpr std::string_view kPartyStyle = R"css(
section>.legend,section>.origin{max-width:none}
.people{columns:3 15rem;list-style:none;padding:0;margin:.3rem 0 .8rem;font:.8rem/1.5 Arial,"DejaVu Sans",sans-serif}
.people i,.dossier summary i{display:inline-block;width:.75em;height:.75em;margin-right:.45em}
.votes{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(270px,100%),1fr));gap:1.4rem 1.6rem;align-items:start}
.votes figcaption{min-height:5.2em}
svg.division{max-width:320px;margin:.2rem 0}
svg circle.generated{opacity:.5}
svg circle.pivotal{stroke:var(--ink);stroke-width:1.6}
svg rect.rung1{fill:#f1dcc0}svg rect.rung2{fill:#e6bf94}svg rect.rung3{fill:#d79a68}svg rect.rung4{fill:#bd7145}
svg rect.rung5{fill:#974a2c}svg rect.rung6{fill:#6d2c1c}svg rect.rung7{fill:#3d150f}
svg .rungno{font:10px Arial,sans-serif;fill:var(--ink)}svg .rungno.light{fill:#fff}
svg line.upright{stroke:#c9c5bb;stroke-width:1}
.legend i.rung1{background:#f1dcc0}.legend i.rung2{background:#e6bf94}.legend i.rung3{background:#d79a68}.legend i.rung4{background:#bd7145}
.legend i.rung5{background:#974a2c}.legend i.rung6{background:#6d2c1c}.legend i.rung7{background:#3d150f}
svg circle.secretary{fill:var(--paper);stroke:var(--ink);stroke-width:1.2}
.pyramids{display:grid;grid-template-columns:repeat(auto-fill,minmax(160px,1fr));gap:.8rem 1rem}
.pyramids .small{text-align:center;margin:0}.pyramids figcaption{text-align:center}
svg .gen0{fill:#3d150f}svg .gen1{fill:#7c3a2a}svg .gen2{fill:#b4703f}svg .gen3{fill:#c9a45c}svg .gen4{fill:#8fa07a}svg .gen5{fill:#5f8397}
.legend i.gen0{background:#3d150f}.legend i.gen1{background:#7c3a2a}.legend i.gen2{background:#b4703f}.legend i.gen3{background:#c9a45c}
.legend i.gen4{background:#8fa07a}.legend i.gen5{background:#5f8397}
.dossier{border-bottom:1px solid #eeebe4;padding:.15rem 0;margin:0}.dossier summary{font-size:.88rem;color:var(--ink)}
.dossier td,.dossier th{font-size:.78rem}.dossier td:first-child{white-space:nowrap}.dossier .small{max-width:none}
@media print{.votes{grid-template-columns:1fr 1fr 1fr}svg circle,.people i{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)css";

}  // namespace

std::string style_sheet() {
  return std::string(kPageStyle) + std::string(kChartStyle) + std::string(kEconomyStyle) + std::string(kPartyStyle);
}

}  // namespace thermidor::report

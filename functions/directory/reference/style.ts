/** The page's whole style: no font or picture is fetched; Georgian first in every stack. */
export const style = `
:root{--ink:#1c2733;--soft:#566573;--line:#d5dce3;--ground:#fff;--tint:#f4f7fa;--accent:#1a5fb4;--must:#a51d2d;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#e4eaf0;--soft:#9fb0bf;--line:#35424e;--ground:#12181e;--tint:#1b242c;--accent:#8ab8f0;--must:#f28b94}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;color:var(--ink);background:var(--ground);font:16px/1.55 FiraGO,'Noto Sans Georgian','Noto Sans',Sylfaen,'Segoe UI','Helvetica Neue',Arial,sans-serif}
code,pre{font-family:ui-monospace,'Cascadia Mono','Noto Sans Mono','DejaVu Sans Mono',Consolas,monospace;font-size:.88em}
a{color:var(--accent)}
.page{display:grid;grid-template-columns:19rem minmax(0,62rem);gap:2.5rem;max-width:88rem;margin:0 auto;padding:0 1.5rem}
nav{position:sticky;top:0;max-height:100vh;overflow:auto;padding:1.5rem 0;font-size:.9rem}
nav input{margin-bottom:1rem}
nav ul{list-style:none;margin:.25rem 0 1rem;padding:0}
nav li a{display:block;padding:.15rem .5rem;text-decoration:none;border-left:2px solid var(--line)}
nav li a:hover,nav li a:focus{border-color:var(--accent);background:var(--tint)}
nav h2{margin:0;padding:0;border:0;font-size:.95rem}
nav input{width:100%;padding:.4rem .5rem;font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:4px}
main{padding:1.5rem 0 4rem}
h1{margin:0;font-size:1.9rem}
h2{margin:3rem 0 .5rem;padding-bottom:.3rem;border-bottom:2px solid var(--line);font-size:1.4rem}
h3{margin:0;font-size:1.15rem}
h4{margin:1.25rem 0 .35rem;font-size:.95rem}
p,ul,ol{margin:.4rem 0}
.lead{max-width:48rem}
.switch a[aria-current]{color:inherit;font-weight:600;text-decoration:none}
article{margin:2rem 0;padding:1.25rem 0 0;border-top:1px solid var(--line)}
.call b{display:inline-block;min-width:4.2em;padding:.05rem .4rem;text-align:center;font-size:.8rem;color:#fff;background:#1a5fb4;border-radius:3px}
.call b.post{background:#26734d}.call b.delete{background:#a51d2d}.call b.put{background:#8a5a00}
.anchor{margin-left:.5rem;font-size:.85rem;color:var(--soft)}
table{width:100%;border-collapse:collapse;font-size:.9rem}
th,td{padding:.35rem .6rem .35rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:break-word}
table code{overflow-wrap:anywhere}
thead th{color:var(--soft);font-size:.8rem}
tbody th{width:27%}
small{color:var(--soft)}.must{color:var(--must)}
.status{font-weight:600}
pre{overflow:auto;margin:.4rem 0;padding:.8rem 1rem;background:var(--tint);border:1px solid var(--line);border-radius:4px;line-height:1.45}
details{margin:.5rem 0}
summary{cursor:pointer;color:var(--accent)}
button{float:right;margin:-.3rem -.5rem .3rem .5rem;padding:.1rem .5rem;font:inherit;font-size:.8rem;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:3px;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
@media (max-width:60rem){.page{display:block;padding:0 1rem}nav{position:static;max-height:none}table{display:block;overflow-x:auto}}
@media print{.page{display:block;max-width:none;padding:0}nav,button{display:none}body{font-size:10pt;color:#000;background:#fff}article,tr,pre{break-inside:avoid}pre{white-space:pre-wrap}a{color:inherit}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
`;

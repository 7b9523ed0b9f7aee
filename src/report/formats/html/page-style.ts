/** The page's only style sheet. Colours meet WCAG AA on their grounds, light and dark. */
export const style = `
:root{color-scheme:light dark;--ground:#fff;--soft:#f4f5f7;--line:#d0d4da;--text:#1b1f24;--dim:#545d68;--red:#b3151d;--amber:#8a5200;--green:#176d2d;--blue:#0b57b0;--redsoft:#fde8e8;--greensoft:#e3f6e6;--ambersoft:#fdf0d8}
@media (prefers-color-scheme:dark){:root{--ground:#14171b;--soft:#1e2329;--line:#3a424c;--text:#e6e9ed;--dim:#a9b3be;--red:#ff8f8a;--amber:#f0b35a;--green:#6fd389;--blue:#80b8ff;--redsoft:#43191b;--greensoft:#17361e;--ambersoft:#3b2c10}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--ground);padding:8px;z-index:2}
header{position:sticky;top:0;z-index:1;background:var(--ground);border-bottom:3px solid var(--line);padding:8px 16px}
header.blocked,header.failed{border-color:var(--red)}header.warned{border-color:var(--amber)}header.cleared{border-color:var(--green)}
h1{font-size:1.3rem;line-height:1.3;margin:0}h2{font-size:1.2rem;margin:2rem 0 .5rem}h3{font-size:1.02rem;margin:0}h4{margin:1rem 0 .25rem}
header p{margin:.25rem 0;color:var(--dim);font-size:.9rem}
main{padding:0 16px 48px;max-width:1280px;margin:auto}
nav a{margin-right:12px;white-space:nowrap;font-size:.9rem}a{color:var(--blue)}
.strip{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:8px;margin:16px 0;padding:0;list-style:none}
.strip li{border:1px solid var(--line);border-radius:6px;padding:8px;background:var(--soft)}.strip b{display:block;font-size:.8rem;color:var(--dim)}
.strip .bad{border-color:var(--red)}.strip .attention{border-color:var(--amber)}.strip .good{border-color:var(--green)}
.filters{display:flex;flex-wrap:wrap;gap:8px 16px;margin:8px 0}.filters label{font-size:.9rem}.filters select,.filters input{font:inherit;max-width:220px;background:var(--ground);color:var(--text);border:1px solid var(--line);border-radius:4px;padding:2px 4px}
.plain-list{list-style:none;margin:0;padding:0}.plain-list>li{border:1px solid var(--line);border-radius:6px;margin:8px 0;padding:8px 12px}
.finding.error{border-left:4px solid var(--red)}.finding.warning{border-left:4px solid var(--amber)}.finding.notice{border-left:4px solid var(--blue)}
.badge{font-size:.78rem;border:1px solid currentColor;border-radius:10px;padding:0 8px;margin-right:4px}.error .badge,.badge.removed{color:var(--red)}.warning .badge,.badge.changed{color:var(--amber)}.badge.added{color:var(--green)}
.why,.note,.count{color:var(--dim);font-size:.9rem}.count{margin-left:8px}.finding p{margin:.35rem 0}.place{color:var(--dim)}
pre{background:var(--soft);padding:8px;border-radius:6px;overflow:auto;margin:6px 0;white-space:pre}
.line{display:block}.marked{background:var(--redsoft)}.line.removed{background:var(--redsoft)}.line.added{background:var(--greensoft)}.number{color:var(--dim)}
.k{color:var(--blue);font-weight:600}.s{color:var(--green)}.m{color:var(--amber)}.c{color:var(--dim);font-style:italic}
.copyable{position:relative}.copy{position:absolute;top:4px;right:4px}button{font:inherit;font-size:.85rem;color:var(--text);background:var(--ground);border:1px solid var(--line);border-radius:4px;padding:2px 8px;cursor:pointer}
:focus-visible{outline:3px solid var(--blue);outline-offset:1px}summary{cursor:pointer}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem}th,td{border:1px solid var(--line);padding:3px 8px;text-align:left;vertical-align:top}th{background:var(--soft)}.n{text-align:right;font-variant-numeric:tabular-nums}
.table-line{display:inline-grid;grid-template-columns:minmax(120px,1fr) 150px 200px minmax(100px,1fr);gap:12px;align-items:center;width:calc(100% - 24px);vertical-align:top}
.bar{width:200px;height:12px}td .bar{width:300px}.bar .same{fill:var(--line)}.bar .changed{fill:var(--amber)}.bar .removed{fill:var(--red)}.bar .added{fill:var(--green)}.bar .locked{fill:var(--text)}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:12px}.sides>div{min-width:0}
.diagram{max-width:none}.diagram .box{fill:var(--soft);stroke:var(--line)}.diagram .box.added{stroke:var(--green);stroke-width:2}.diagram .box.removed{stroke:var(--red);stroke-width:2}.diagram .box.changed{stroke:var(--amber);stroke-width:2}.diagram text{fill:var(--text);font:12px ui-monospace,monospace}.diagram .name{font-weight:700}.diagram text.added{fill:var(--green)}.diagram text.removed{fill:var(--red)}.diagram text.changed,.diagram text.renamed{fill:var(--amber)}.diagram .edge{stroke:var(--dim)}
.met{color:var(--green)}.unmet{color:var(--red);font-weight:600}.declared{background:var(--ambersoft);border:1px solid var(--amber);border-radius:6px;padding:8px 12px}
.only-print{display:none}[hidden]{display:none!important}footer{color:var(--dim);font-size:.85rem;margin-top:32px}
@media (max-width:700px){.table-line,.sides{grid-template-columns:1fr;gap:4px}header{position:static}h1{font-size:1.15rem}}
@media print{header{position:static}.filters,.copy,.more,nav,.skip{display:none}.only-print{display:block}pre{white-space:pre-wrap}.wide{overflow:visible}.plain-list>li{break-inside:avoid}body{font-size:12px}}
`;

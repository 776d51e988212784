// The page's own script. Every text of an article goes into the page as text (`textContent`), never as markup.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const texts = data.texts;
  const { claims, articles, findings } = data;
  for (const name of ["status", "severity"]) findings[name] = findings[name].map((word) => texts[word]);
  const main = document.getElementById("main");
  const ROWS = 50; // of a list at a time: what a screen shows, and the next ones with a click or a key

  // ---- words ------------------------------------------------------------------------------------------------------
  const STATUS = { flag: ["⚑", "Flag"], explain: ["≈", "Explained"], agree: ["✓", "Agrees"] };
  const DECIDED = { accept: ["●", "Accepted"], dismiss: ["✕", "Dismissed"] };
  const VERDICT = {
    supported: ["✓", "supported"],
    refuted: ["✗", "refuted"],
    conflicting_evidence: ["≠", "articles conflict"],
    not_enough_evidence: ["?", "not settled"],
  };
  const KEYS = [
    ["j", "next finding"],
    ["k", "previous finding"],
    ["Enter", "open the selected finding"],
    ["a", "accept: it is one"],
    ["d", "dismiss: not to be looked at again"],
    ["u", "undo"],
    ["Esc", "back to the list, or out of a field"],
    ["/", "filter"],
    ["?", "these keys"],
  ];
  const text = (table, column, row) => texts[data[table][column][row]];
  const counted = (number, one, several = `${one}s`) =>
    `${number.toLocaleString("en")} ${number === 1 ? one : several}`;

  // ---- elements ---------------------------------------------------------------------------------------------------
  /** An element with attributes and children; a child that is no element becomes text. */
  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  }
  const to = (view, id) => `#/${view}${id === undefined ? "" : `/${encodeURIComponent(id)}`}`;
  const link = (href, ...children) => el("a", { href }, ...children);
  const quiet = (...children) => el("span", { class: "quiet" }, ...children);
  const signed = ([sign, word], kind) =>
    el("span", { class: `status ${kind}` }, el("span", { "aria-hidden": "true" }, sign), ` ${word}`);
  const section = (title, ...children) => el("section", null, el("h2", null, title), ...children);
  /** A web address in a new tab; anything else is only text. */
  const away = (url, label) =>
    /^https?:\/\//i.test(url) ? el("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, label) : label;

  function table(label, heads, rows) {
    const head = el(
      "tr",
      null,
      heads.map((name) => el("th", { scope: "col" }, name)),
    );
    return el(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
      el("table", null, el("thead", null, head), el("tbody", null, rows)),
    );
  }
  /** A table of names and values; a value that is blank is left out. */
  const facts = (label, pairs) =>
    el(
      "table",
      { class: "facts", "aria-label": label },
      el(
        "tbody",
        null,
        pairs
          .filter(([, value]) => value !== "")
          .map(([name, value]) => row([el("th", { scope: "row" }, name), value])),
      ),
    );
  const brief = (words, most) => (words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words);
  const row = (cells, attributes) =>
    el(
      "tr",
      attributes,
      cells.map((cell) => (cell instanceof HTMLTableCellElement ? cell : el("td", null, cell))),
    );

  // ---- records ----------------------------------------------------------------------------------------------------
  const places = {};
  /** The row of a record, by its id. */
  function place(name, id) {
    places[name] ||= new Map(data[name].id.map((each, at) => [each, at]));
    return places[name].get(id);
  }
  const explanation = (at) => findings.explanation[at].map((clause) => texts[clause]).join(" ");
  const stories = new Map(findings.stories.map(([leader, heading, told]) => [leader, { heading, told }]));
  const about = (at) => `${text("findings", "firm", at) || "No firm named"}: ${text("findings", "metric", at)}`;
  const foldedInto = (at) =>
    stories.has(at) ? findings.id.map((_, other) => other).filter((other) => findings.fold[other] === at) : [];
  const heading = (at) => stories.get(at)?.heading || about(at);

  /** The explanation with the articles that it names as links. */
  function explained(at) {
    const named = [...new Set(findings.claims[at].map((claim) => articles.id[claims.article[claim]]))].filter(Boolean);
    if (!named.length) return [explanation(at)];
    const any = named
      .sort((one, other) => other.length - one.length)
      .map((id) => id.replace(/[.*+?^${}()|[\]\\\/-]/g, "\\$&"))
      .join("|");
    return explanation(at)
      .split(new RegExp(`(${any})`))
      .map((piece, nth) => (nth % 2 ? link(to("article", piece), piece) : piece));
  }

  /** The sentence of a claim: its text, and where it begins in the article's. */
  function sentence(claim) {
    const from = claims.from[claim];
    const length = claims.sentence[claim];
    if (from < 0) return texts[length];
    return articles.text[claims.article[claim]].slice(from, from + length);
  }

  /** The sentence with the quotes of some of its claims marked; a quote that is not in it stands behind it. */
  function marked(rows) {
    const whole = sentence(rows[0]);
    const spans = rows
      .filter((claim) => claims.within[claim] >= 0)
      .map((claim) => [claims.within[claim], claims.within[claim] + text("claims", "quote", claim).length, claim])
      .sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    const pieces = [];
    let end = 0;
    for (const [start, stop, claim] of spans) {
      if (start < end) continue;
      pieces.push(
        whole.slice(end, start),
        link(to("claim", claims.id[claim]), el("mark", null, whole.slice(start, stop))),
      );
      end = stop;
    }
    pieces.push(whole.slice(end));
    for (const claim of rows)
      if (claims.within[claim] < 0) pieces.push(" ", el("mark", null, text("claims", "quote", claim)));
    return pieces;
  }

  const titleOf = (article) => text("articles", "title", article);
  const outlet = (article) => text("articles", "outlet", article);
  const who = (claim) =>
    text("claims", "cited", claim) || outlet(claims.article[claim]) || titleOf(claims.article[claim]);
  const source = (article, most = 200) => [
    link(to("article", articles.id[article]), brief(titleOf(article), most)),
    quiet(
      outlet(article) ? [" ", away(articles.url[article], outlet(article)), ","] : "",
      ` ${articles.day[article] || "undated"}`,
    ),
  ];
  function ofClaim(claim) {
    const parts = [
      text("claims", "period", claim),
      text("claims", "modality", claim),
      text("claims", "details", claim),
    ];
    const cited = text("claims", "cited", claim);
    return [...parts.filter(Boolean), cited && `citing ${cited}`].filter(Boolean).join(", ");
  }

  // ---- decisions --------------------------------------------------------------------------------------------------
  const KEEP = `crossfoot:decisions:${data.run}`;
  const given = new Map(data.decisions.map((each) => [each.finding_id, each]));
  let decisions = new Map(); // finding id → decision and when, over those that came with the page; null takes one back
  let past = []; // what was decided since the page was opened: [finding id, what it had before]
  let forgetful = false; // the browser keeps nothing

  function recall() {
    try {
      const kept = Object.entries(JSON.parse(localStorage.getItem(KEEP) || "{}"));
      decisions = new Map(kept.filter(([, each]) => each === null || Object.hasOwn(DECIDED, each.decision)));
    } catch {
      forgetful = true;
    }
  }
  function keep() {
    try {
      localStorage.setItem(KEEP, JSON.stringify(Object.fromEntries(decisions)));
    } catch {
      forgetful = true;
    }
  }
  const decisionOf = (id) => (decisions.has(id) ? decisions.get(id) : given.get(id)) || null;
  const decided = (at) => (decisions.size || given.size ? decisionOf(findings.id[at])?.decision || "" : "");

  /** A decision on a story's agreements is one on each of them. */
  function decide(at, decision) {
    const now = new Date().toISOString();
    const some = [at, ...foldedInto(at)];
    past.push(some.map((each) => [each, decisionOf(findings.id[each])]));
    put(some.map((each) => [each, decision && { decision, decided: now }]));
    say(decision ? `${DECIDED[decision][1]}: ${heading(at)}` : `Undone: ${heading(at)}`);
  }
  function put(some) {
    for (const [each, decision] of some) decisions.set(findings.id[each], decision);
    keep();
    const [[at]] = some;
    for (const shown of document.querySelectorAll("[data-finding]"))
      if (Number(shown.dataset.finding) === at) redecide(shown, at);
    tally();
  }
  /** Takes back the decision on the selected finding; where it has none, the last one that was made. */
  function undo(at) {
    if (at !== undefined && decided(at)) {
      decide(at, null);
      return;
    }
    const last = past.pop();
    if (!last) {
      say("Nothing to undo");
      return;
    }
    put(last);
    const [[found]] = last;
    if (view === "findings" && queue.rows.includes(found)) select(queue.rows.indexOf(found));
    say(`Undone: ${heading(found)}`);
  }
  /** Shows in a list's row, or at the head of a finding, what was decided. */
  function redecide(shown, at) {
    const now = decided(at);
    shown.classList.toggle("dismissed", now === "dismiss");
    const added = (now && decisionOf(findings.id[at]).added) || 0;
    const since = added ? quiet(`, ${counted(added, "figure")} added since`) : "";
    shown.querySelector(".decision").replaceChildren(now ? signed(DECIDED[now], now) : "", since);
    for (const button of shown.querySelectorAll("button[data-decision]"))
      button.setAttribute("aria-pressed", String(button.dataset.decision === now));
  }
  /** A line for each decision: those of this page's findings in their order, then those of findings that are no more. */
  function exported() {
    const line = (id, at) => {
      const now = decisionOf(id);
      const words = at === undefined ? {} : { about: about(at), run: data.run, ...decidedOn(at) };
      return now ? `${JSON.stringify({ finding_id: id, ...words, ...now })}\n` : "";
    };
    const gone = [...given.keys()].filter((id) => place("findings", id) === undefined);
    return [...findings.id.map(line), ...gone.map((id) => line(id))].join("");
  }
  /** What a finding is known by when a new article has added a figure to it. */
  const decidedOn = (at) => ({
    kind: text("findings", "sort", at),
    claim_ids: findings.claims[at].map((row) => claims.id[row]),
  });
  function download() {
    const lines = exported();
    if (!lines) return say("No decision yet: nothing to export");
    const url = URL.createObjectURL(new Blob([lines], { type: "application/jsonl" }));
    const anchor = el("a", { href: url, download: "decisions.jsonl" });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    say(`${counted(lines.split("\n").length - 1, "decision")} exported to decisions.jsonl`);
  }
  const say = (words) => {
    document.getElementById("said").textContent = words;
  };

  // ---- the queue --------------------------------------------------------------------------------------------------
  const GROUPS = {
    open: ["To look at", (at) => findings.status[at] === "flag" && !decided(at)],
    accepted: ["Accepted", (at) => decided(at) === "accept"],
    dismissed: ["Dismissed", (at) => decided(at) === "dismiss"],
    explained: ["Explained", (at) => findings.status[at] === "explain" && decided(at) !== "dismiss"],
    agreements: ["Agreements", (at) => findings.status[at] === "agree" && decided(at) !== "dismiss"],
    all: ["All", () => true],
  };
  const queue = { show: "open", words: "", severity: "", kind: "", rows: [], at: 0, list: null };
  const all = findings.id.map((_, at) => at).filter((at) => findings.fold[at] < 0);
  // A filter looks for its words in the table of texts, each text once; a record fits where a text of it does.
  const small = { texts: null, found: new Map() };
  const wordsOf = (typed) => typed.toLowerCase().split(/\s+/).filter(Boolean);
  /** For each text, whether a word stands in it. */
  function having(word) {
    small.texts ||= texts.map((each) => each.toLowerCase());
    if (!small.found.has(word)) {
      if (small.found.size > 20) small.found.clear();
      small.found.set(
        word,
        small.texts.map((each) => each.includes(word)),
      );
    }
    return small.found.get(word);
  }
  const inColumns = (table, columns, row, found) => columns.some((column) => found[data[table][column][row]]);
  const inArticle = (claim, found) => inColumns("articles", ["title", "outlet"], claims.article[claim], found);
  const inFinding = (at, found) =>
    inColumns("findings", ["firm", "metric", "kind"], at, found) ||
    findings.explanation[at].some((clause) => found[clause]) ||
    findings.claims[at].some((claim) => inArticle(claim, found));

  function filtered() {
    const within = GROUPS[queue.show][1];
    const found = wordsOf(queue.words).map(having);
    return all.filter(
      (at) =>
        within(at) &&
        (!queue.severity || findings.severity[at] === queue.severity) &&
        (!queue.kind || String(findings.kind[at]) === queue.kind) &&
        found.every((some) => inFinding(at, some)),
    );
  }

  /** The figures of a finding with who gives them, each pair once. */
  function values(at) {
    const told = new Map(
      findings.claims[at].map((claim) => [`${text("claims", "figure", claim)}\n${who(claim)}`, claim]),
    );
    const shown = [...told.values()]
      .slice(0, 4)
      .map((claim) =>
        el(
          "span",
          { class: "value" },
          el("b", null, text("claims", "figure", claim)),
          " ",
          quiet(brief(who(claim), 48)),
        ),
      );
    return told.size > 4 ? [...shown, quiet(`and ${told.size - 4} more`)] : shown;
  }
  /** A finding in a list. */
  function queueRow(at, attributes) {
    const shown = el(
      "li",
      { "data-finding": at, class: `row ${findings.status[at]}`, ...attributes },
      el(
        "p",
        { class: "head" },
        signed(STATUS[findings.status[at]], findings.status[at]),
        " ",
        findings.status[at] === "flag" ? [el("span", { class: "severity" }, findings.severity[at]), " "] : null,
        link(to("finding", findings.id[at]), heading(at)),
        " ",
        quiet(text("findings", "kind", at)),
        " ",
        el("span", { class: "decision" }),
      ),
      el("p", { class: "values" }, stories.has(at) ? stories.get(at).told : values(at)),
    );
    redecide(shown, at);
    return shown;
  }

  function more() {
    const begin = queue.list.children.length;
    queue.list.append(
      ...queue.rows
        .slice(begin, begin + ROWS)
        .map((at, number) => queueRow(at, { onclick: () => select(begin + number, { focus: false }) })),
    );
    const left = queue.rows.length - queue.list.children.length;
    queue.button.hidden = left === 0;
    queue.button.textContent = `Show ${Math.min(left, ROWS)} more of ${left.toLocaleString("en")}`;
  }
  /** Draws the list anew; the row that was selected stays so, or where it is gone the next one. */
  function refill() {
    const before = queue.rows[queue.at] ?? 0;
    queue.rows = filtered();
    const here = queue.rows.findIndex((at) => at >= before);
    queue.at = here < 0 ? Math.max(0, queue.rows.length - 1) : here;
    queue.list.replaceChildren();
    more();
    queue.count.textContent = queue.rows.length ? counted(queue.rows.length, "finding") : nothing();
    if (queue.rows.length) select(queue.at, { focus: false });
  }
  function nothing() {
    if (!all.length) return "No two claims could be compared.";
    if (queue.words || queue.severity || queue.kind) return "No finding is left by this filter.";
    return queue.show === "open" ? "Nothing left to look at." : "None.";
  }
  /** Selects a row at once, so that the next key falls on it. */
  function select(number, { focus = true } = {}) {
    if (number < 0 || number >= queue.rows.length) return;
    while (queue.list.children.length <= number) more();
    queue.list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    queue.at = number;
    const shown = queue.list.children[number];
    shown.setAttribute("aria-current", "true");
    if (focus) {
      shown.querySelector("a").focus({ preventScroll: true });
      shown.scrollIntoView({ block: "nearest" });
    }
  }

  function tally() {
    for (const tab of document.querySelectorAll("[data-group]")) {
      const [words, within] = GROUPS[tab.dataset.group];
      tab.textContent = `${words} ${all.reduce((total, at) => total + within(at), 0).toLocaleString("en")}`;
    }
  }
  function chooser(label, options, chosen, onchange) {
    return el(
      "label",
      null,
      label,
      el(
        "select",
        { onchange: (event) => onchange(event.target.value) },
        options.map(([value, words]) => el("option", { value, selected: value === chosen }, words)),
      ),
    );
  }
  function searcher(label, words, oninput) {
    return el(
      "label",
      null,
      label,
      el("input", {
        type: "search",
        id: "filter",
        value: words,
        autocomplete: "off",
        spellcheck: "false",
        oninput: (event) => oninput(event.target.value),
      }),
    );
  }

  function showFindings(show) {
    if (Object.hasOwn(GROUPS, show) && show !== queue.show) {
      queue.show = show;
      queue.rows = [];
    }
    const kinds = [...new Set(findings.kind)].sort((one, other) => (texts[one] < texts[other] ? -1 : 1));
    const again = (name) => (value) => {
      queue[name] = value;
      queue.rows = [];
      refill();
    };
    queue.list = el("ol", { class: "queue", "aria-label": "Findings" });
    queue.count = el("p", { class: "quiet", role: "status" });
    queue.button = el("button", { type: "button", class: "more", onclick: more });
    const tabs = Object.keys(GROUPS).map((name) =>
      el("a", { href: `#/findings/${name}`, "data-group": name, "aria-current": name === queue.show ? "page" : null }),
    );
    draw(
      "Findings",
      el("nav", { class: "tabs", "aria-label": "Groups of findings" }, tabs),
      el(
        "div",
        { class: "filters" },
        searcher("Filter", queue.words, again("words")),
        chooser(
          "Severity",
          [
            ["", "any"],
            ["high", "high"],
            ["medium", "medium"],
            ["low", "low"],
          ],
          queue.severity,
          again("severity"),
        ),
        chooser("Kind", [["", "any"], ...kinds.map((kind) => [String(kind), texts[kind]])], queue.kind, again("kind")),
      ),
      queue.count,
      queue.list,
      queue.button,
    );
    tally();
    refill();
  }

  // ---- one finding ------------------------------------------------------------------------------------------------
  /** Sizes as an axis says them: 9.5bn, 12m, 0.25. */
  function short(number) {
    for (const [size, word] of [
      [1e12, "tn"],
      [1e9, "bn"],
      [1e6, "m"],
    ]) {
      if (Math.abs(number) >= size) return `${Number((number / size).toPrecision(6))}${word}`;
    }
    return number.toLocaleString("en", { maximumSignificantDigits: 6 });
  }

  /** A dot for the figure and a whisker for what it allows; an open side runs to the edge and ends in an arrow. */
  function drawing(rows, unit) {
    const ends = rows.flatMap(({ low, high, value }) => [low, high, value]).filter((end) => end !== null);
    const [least, greatest] = [Math.min(...ends), Math.max(...ends)];
    const room = (greatest - least || Math.abs(least) || 1) * 0.12;
    const edges = [least - room, greatest + room];
    const lines = rows.map((each) => ({
      ...each,
      name: String(each.number),
      from: each.low ?? edges[0],
      till: each.high ?? edges[1],
    }));
    const labels = new Map(lines.map((each) => [each.name, `${each.number}  ${brief(each.who, 26)}`]));
    const svg = Plot.plot({
      className: "plot",
      width: 760,
      height: 66 + 34 * lines.length,
      marginLeft: 210,
      marginBottom: 46,
      marginRight: 24,
      x: {
        domain: edges,
        grid: true,
        tickFormat: short,
        label: unit,
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: 34,
        ticks: 6,
      },
      y: { label: null, domain: lines.map((each) => each.name), tickFormat: (name) => labels.get(name), tickSize: 0 },
      marks: [
        Plot.ruleY(lines, { y: "name", x1: "from", x2: "till", strokeWidth: 2 }),
        Plot.tickX(
          lines.filter((each) => each.low !== null),
          { y: "name", x: "low", insetTop: 9, insetBottom: 9, strokeWidth: 2 },
        ),
        Plot.tickX(
          lines.filter((each) => each.high !== null),
          { y: "name", x: "high", insetTop: 9, insetBottom: 9, strokeWidth: 2 },
        ),
        Plot.text(
          lines.filter((each) => each.low === null),
          { y: "name", x: "from", text: () => "◀" },
        ),
        Plot.text(
          lines.filter((each) => each.high === null),
          { y: "name", x: "till", text: () => "▶" },
        ),
        Plot.dot(lines, { y: "name", x: "value", r: 5, fill: "currentColor" }),
      ],
    });
    for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label"); // the drawing has one for all
    svg.setAttribute("role", "img");
    svg.setAttribute(
      "aria-label",
      `Each figure as a dot, what it allows as a line, in ${unit || "numbers"}; the table below holds the same`,
    );
    return svg;
  }

  function drawings(rows) {
    const units = new Map();
    rows.forEach((claim, at) => {
      const [low, high] = [claims.low[claim], claims.high[claim]];
      if (low === null && high === null) return;
      const unit =
        (claims.change[claim] ? "change in " : "") +
        text("claims", "unit", claim).replaceAll("/", " per ").replaceAll("_", " ");
      if (!units.has(unit)) units.set(unit, []);
      const middle = low === null ? high : high === null ? low : (low + high) / 2;
      units.get(unit).push({ number: at + 1, who: who(claim), low, high, value: claims.value[claim] ?? middle });
    });
    return [...units].map(([unit, lines]) => el("figure", { class: "drawing" }, drawing(lines, unit)));
  }

  function figures(rows) {
    const cells = rows.map((claim, at) =>
      row([
        String(at + 1),
        link(to("claim", claims.id[claim]), text("claims", "figure", claim)),
        `“${text("claims", "quote", claim)}”`,
        text("claims", "allows", claim) || "—",
        text("claims", "period", claim) || "not said",
        text("claims", "cited", claim) || "—",
        source(claims.article[claim]),
      ]),
    );
    return table("The figures", ["#", "Figure", "As printed", "Allows", "Period", "Cited", "Article"], cells);
  }

  function sides(rows) {
    const together = new Map();
    for (const claim of rows) {
      const key = JSON.stringify([claims.article[claim], claims.from[claim], claims.sentence[claim]]);
      together.set(key, [...(together.get(key) || []), claim]);
    }
    return el(
      "div",
      { class: "sides" },
      [...together.values()].map((some) =>
        el(
          "figure",
          null,
          some.map((claim) =>
            el(
              "p",
              { class: "value" },
              link(to("claim", claims.id[claim]), text("claims", "figure", claim)),
              " ",
              quiet(ofClaim(claim)),
            ),
          ),
          el("blockquote", null, marked(some)),
          el("figcaption", null, source(claims.article[some[0]])),
        ),
      ),
    );
  }

  /** What the figures have in common, for which they were compared, and in what they are not alike. */
  function likeness(rows) {
    const parts = {
      Firm: (claim) => text("claims", "firm", claim),
      Metric: (claim) => text("claims", "metric", claim),
      Measure: (claim) => (claims.change[claim] ? "a change" : "a level"),
      Unit: (claim) => text("claims", "unit", claim),
      Period: (claim) => text("claims", "period", claim),
      "Part or basis": (claim) => text("claims", "details", claim),
      Cited: (claim) => text("claims", "cited", claim),
      Said: (claim) => text("claims", "modality", claim) || "as a fact",
      Published: (claim) => articles.day[claims.article[claim]],
    };
    const lines = Object.entries(parts).map(([name, value]) => [
      name,
      [...new Set(rows.map((claim) => value(claim) || "not said"))],
    ]);
    return table(
      "What the figures share",
      ["What", "Same?", "In the texts"],
      lines
        .filter(([, values]) => values.join() !== "not said")
        .map(([name, values]) =>
          row([
            el("th", { scope: "row" }, name),
            values.length === 1 ? "= same" : "≠ not the same",
            values.join(" · "),
          ]),
        ),
    );
  }

  /** By which rules a claim was read, and how sure they are; a rule that found nothing is not told. */
  function read(claim) {
    const rules = text("claims", "rules", claim)
      .split(" ")
      .filter((rule) => rule && !rule.endsWith(":none"));
    return el(
      "li",
      null,
      link(to("claim", claims.id[claim]), `“${text("claims", "quote", claim)}”`),
      ` sure to ${claims.sure[claim]}%`,
      rules.length ? `: ${rules.map((rule) => rule.replace(":", " – ").replaceAll("_", " ")).join("; ")}` : "",
    );
  }

  /** Which of how many it is, and the ways on from it. */
  function headOf(at, here) {
    const several = queue.rows.length.toLocaleString("en");
    const severity = findings.status[at] === "flag" ? `${findings.severity[at]} severity, ` : "";
    const witnesses = counted(findings.witnesses[at], "witness", "witnesses");
    const position = here >= 0 ? `, ${here + 1} of ${several} in “${GROUPS[queue.show][0]}”` : "";
    return el(
      "p",
      null,
      signed(STATUS[findings.status[at]], findings.status[at]),
      " ",
      quiet(severity, text("findings", "kind", at), ", ", witnesses, position),
      " ",
      el("span", { class: "decision" }),
    );
  }
  function toolsOf(at, here) {
    const button = (words, onclick, decision) => [
      el("button", { type: "button", "data-decision": decision, onclick }, words),
      " ",
    ];
    const way = (row, words) => (row === undefined ? "" : [" · ", link(to("finding", findings.id[row]), words)]);
    return el(
      "p",
      { class: "tools" },
      button("Accept (a)", () => decide(at, "accept"), "accept"),
      button("Dismiss (d)", () => decide(at, "dismiss"), "dismiss"),
      button("Undo (u)", () => undo(at)),
      link(to("findings"), "Back to the list"),
      here >= 0 ? [way(queue.rows[here - 1], "Previous (k)"), way(queue.rows[here + 1], "Next (j)")] : "",
    );
  }
  /** Why the figures were compared: the arithmetic across them, or what they share. */
  function reasonsOf(at, rows) {
    if (findings.derived[at]) return null;
    const differ = findings.status[at] === "explain" ? ", and why they differ" : "";
    return section(`Why they were compared${differ}`, likeness(rows));
  }

  function showFinding(id) {
    const at = place("findings", id);
    if (at === undefined) return missing("finding", id);
    if (!queue.rows.length) queue.rows = filtered();
    const here = queue.rows.indexOf(at);
    if (here >= 0) queue.at = here;
    const rows = findings.claims[at];
    const lead = el("p", { class: "lead" }, explained(at));
    const one = (other) =>
      el("li", null, link(to("finding", findings.id[other]), about(other)), " ", explanation(other));
    const shown = el(
      "div",
      { class: "finding", "data-finding": at },
      headOf(at, here),
      toolsOf(at, here),
      stories.has(at) ? el("p", { class: "lead" }, stories.get(at).told) : null,
      findings.derived[at] ? section("The derivation", lead) : lead,
      stories.has(at) ? section("Each of them", el("ul", null, foldedInto(at).map(one))) : null,
      section("The figures", drawings(rows), figures(rows)),
      section("The sentences", sides(rows)),
      reasonsOf(at, rows),
      section("How each figure was read", el("ul", null, rows.map(read))),
    );
    draw(heading(at), shown);
    redecide(shown, at);
    return undefined;
  }

  // ---- claims -----------------------------------------------------------------------------------------------------
  const filter = { words: "", metric: "", modality: "", firm: "" };
  const SAID = ["firm", "metric", "figure", "quote", "period", "cited", "modality", "details"];
  const inClaim = (at, found, word) =>
    inColumns("claims", SAID, at, found) ||
    inArticle(at, found) ||
    (claims.from[at] < 0 ? found[claims.sentence[at]] : sentence(at).toLowerCase().includes(word));

  function claimRow(claim) {
    return row([
      text("claims", "firm", claim) || "—",
      [text("claims", "metric", claim), claims.change[claim] ? quiet(" change") : ""],
      el(
        "td",
        { class: "figure" },
        link(to("claim", claims.id[claim]), text("claims", "figure", claim)),
        quiet(" ", [text("claims", "modality", claim), text("claims", "details", claim)].filter(Boolean).join(", ")),
      ),
      text("claims", "period", claim) || "—",
      text("claims", "cited", claim) || "—",
      el("td", { class: "sentence" }, marked([claim])),
      source(claims.article[claim], 44),
    ]);
  }
  function showClaims() {
    const body = table("Claims", ["Firm", "Metric", "Figure", "Period", "Cited", "In its sentence", "Article"], []);
    const rows = body.querySelector("tbody");
    const count = el("p", { class: "quiet", role: "status" });
    const button = el("button", { type: "button", class: "more", onclick: () => extend() });
    let found = [];
    const extend = () => {
      rows.append(...found.slice(rows.children.length, rows.children.length + ROWS).map(claimRow));
      const left = found.length - rows.children.length;
      button.hidden = left === 0;
      button.textContent = `Show ${Math.min(left, ROWS)} more of ${left.toLocaleString("en")}`;
    };
    const refind = () => {
      const words = wordsOf(filter.words).map((word) => [word, having(word)]);
      found = [];
      for (let at = 0; at < claims.id.length; at += 1) {
        const fits = ["metric", "modality", "firm"].every(
          (name) => !filter[name] || String(claims[name][at]) === filter[name],
        );
        if (fits && words.every(([word, some]) => inClaim(at, some, word))) found.push(at);
      }
      rows.replaceChildren();
      extend();
      count.textContent = claims.id.length
        ? `${counted(found.length, "claim")} of ${claims.id.length.toLocaleString("en")}`
        : "No figure was found.";
    };
    /** A choice among a column's values, where they are few enough to be looked through. */
    const among = (name, label, blank) => {
      const different = new Set(claims[name]);
      if (different.size > 300) return null;
      const values = [...different]
        .map((value) => [String(value), texts[value] || blank])
        .sort((one, other) => (one[1] < other[1] ? -1 : 1));
      return chooser(label, [["", "any"], ...values], filter[name], (value) => {
        filter[name] = value;
        refind();
      });
    };
    draw(
      "Claims",
      el(
        "div",
        { class: "filters" },
        searcher("Filter", filter.words, (words) => {
          filter.words = words;
          refind();
        }),
        among("firm", "Firm", "none named"),
        among("metric", "Metric", "none"),
        among("modality", "Said", "as a fact"),
      ),
      count,
      body,
      button,
    );
    refind();
  }

  function showClaim(id) {
    const at = place("claims", id);
    if (at === undefined) return missing("claim", id);
    const named = findings.id.map((_, finding) => finding).filter((finding) => findings.claims[finding].includes(at));
    const said = {
      Figure: text("claims", "figure", at),
      "As printed": `“${text("claims", "quote", at)}”`,
      Allows: text("claims", "allows", at),
      Firm: text("claims", "firm", at) || "none named",
      Metric: text("claims", "metric", at) + (claims.change[at] ? ", change" : ""),
      Unit: text("claims", "unit", at),
      Period: text("claims", "period", at) || "not said",
      Cited: text("claims", "cited", at),
      Said: text("claims", "modality", at) || "as a fact",
      "Part or basis": text("claims", "details", at),
      Characters: `${claims.start[at]}–${claims.start[at] + [...text("claims", "quote", at)].length} of the article`,
      Id: claims.id[at],
    };
    draw(
      `${text("claims", "firm", at) || "No firm named"}: ${text("claims", "figure", at)}`,
      el("blockquote", null, marked([at])),
      el("p", null, source(claims.article[at])),
      section("What was read", facts("What was read", Object.entries(said))),
      section("How it was read", el("ul", null, read(at))),
      section(
        "Findings with it",
        named.length
          ? el("ul", null, named.map(findingLine))
          : el("p", null, "None: nothing in the articles was comparable with it."),
      ),
    );
  }
  const findingLine = (at) =>
    el(
      "li",
      null,
      signed(STATUS[findings.status[at]], findings.status[at]),
      " ",
      link(to("finding", findings.id[at]), about(at)),
      " ",
      quiet(text("findings", "kind", at)),
    );

  // ---- articles ---------------------------------------------------------------------------------------------------
  const ofArticle = (article) => claims.id.map((_, at) => at).filter((at) => claims.article[at] === article);

  function showArticles() {
    const counts = new Array(articles.id.length).fill(0);
    for (const article of claims.article) counts[article] += 1;
    const body = table("Articles", ["Article", "Published", "Claims", "Not taken", "Copies of"], []);
    const rows = body.querySelector("tbody");
    const button = el("button", { type: "button", class: "more", onclick: () => extend() });
    const extend = () => {
      const begin = rows.children.length;
      const end = Math.min(articles.id.length, begin + ROWS);
      for (let at = begin; at < end; at += 1) {
        rows.append(
          row([
            [
              link(to("article", articles.id[at]), titleOf(at)),
              " ",
              quiet([outlet(at), articles.id[at]].filter(Boolean).join(", ")),
            ],
            articles.day[at] || "undated",
            String(counts[at]),
            articles.text[at] === null ? "—" : String(articles.passed[at].length),
            articles.copies[at] || "—",
          ]),
        );
      }
      button.hidden = end === articles.id.length;
      button.textContent = `Show ${Math.min(articles.id.length - end, ROWS)} more of ${(articles.id.length - end).toLocaleString("en")}`;
    };
    draw("Articles", articles.id.length ? [body, button] : el("p", null, "No article was read."));
    extend();
  }

  /** Every mark of a text in its order: what was taken, what was seen and not taken, what is page furniture. */
  function marksOf(article) {
    const rows = ofArticle(article);
    return [
      ...articles.marks[article].map(([start, end], nth) => ({ start, end, claim: rows[nth] })),
      ...articles.passed[article].map(([start, end, reason]) => ({ start, end, passed: texts[reason] })),
      ...articles.dropped[article].map(([start, end, reason]) => ({ start, end, dropped: texts[reason] })),
    ].sort((one, other) => one.start - other.start || other.end - one.end);
  }
  function markOf(each, words) {
    if (each.claim !== undefined) return link(to("claim", claims.id[each.claim]), el("mark", null, words));
    if (each.passed) return el("span", { class: "passed" }, el("span", { "aria-hidden": "true" }, "○ "), words);
    return el("span", { class: "furniture" }, el("span", { class: "label" }, `▢ ${each.dropped}`), " ", words);
  }
  function fullText(article, marks) {
    const whole = articles.text[article];
    const pieces = [];
    let end = 0;
    for (const each of marks) {
      if (each.start < end) continue;
      pieces.push(whole.slice(end, each.start), markOf(each, whole.slice(each.start, each.end)));
      end = each.end;
    }
    return el("div", { class: "text" }, pieces, whole.slice(end));
  }
  const what = (words) => el("th", { scope: "row" }, words);
  function markRow(article, each) {
    const words = articles.text[article].slice(each.start, each.end).trim();
    const quoted = brief(words, 160);
    if (each.claim !== undefined)
      return row([
        what("● taken"),
        link(to("claim", claims.id[each.claim]), quoted),
        [
          text("claims", "firm", each.claim) || "no firm named",
          ", ",
          text("claims", "metric", each.claim),
          ", ",
          text("claims", "figure", each.claim),
        ],
      ]);
    return row([what(each.passed ? "○ not taken" : "▢ left out"), quoted, each.passed || each.dropped]);
  }

  function showArticle(id) {
    const at = place("articles", id);
    if (at === undefined) return missing("article", id);
    const rows = ofArticle(at);
    const marks = articles.text[at] === null ? [] : marksOf(at);
    const furniture = marks.filter((each) => each.dropped);
    const figuresSeen = marks.filter((each) => !each.dropped);
    const head = [outlet(at), articles.day[at] || "undated", articles.authors[at], articles.id[at]]
      .filter(Boolean)
      .join(", ");
    draw(
      titleOf(at),
      el("p", { class: "quiet" }, head, articles.url[at] ? [", ", away(articles.url[at], articles.url[at])] : ""),
      articles.notes[at] ? el("p", null, `To know about: ${articles.notes[at]}`) : null,
      articles.copies[at] ? el("p", null, `One of several copies of one story: ${articles.copies[at]}`) : null,
      articles.text[at] === null
        ? section(
            "Its sentences with figures",
            el("p", { class: "quiet" }, "The page does not hold the whole text."),
            el(
              "ul",
              null,
              rows.map((claim) => el("li", null, marked([claim]))),
            ),
          )
        : [
            section(
              "The text",
              el(
                "p",
                { class: "quiet" },
                "Marked and linked: figures that were taken. ○: seen and not taken. ▢: page furniture, not read.",
              ),
              fullText(at, marks),
            ),
            section(
              "Every figure that was seen",
              figuresSeen.length
                ? table(
                    "Every figure that was seen",
                    ["Mark", "In the text", "What became of it"],
                    figuresSeen.map((each) => markRow(at, each)),
                  )
                : el("p", null, "No figure was seen."),
            ),
            furniture.length
              ? section(
                  "Page furniture, not read",
                  table(
                    "Page furniture",
                    ["Mark", "In the text", "Taken for"],
                    furniture.map((each) => markRow(at, each)),
                  ),
                )
              : null,
          ],
    );
  }

  // ---- a checked summary ------------------------------------------------------------------------------------------
  function evidenceOf(one) {
    const claim = place("claims", one.claim_id);
    const article = place("articles", one.doc_id);
    return el(
      "li",
      null,
      el("blockquote", null, claim === undefined ? one.sentence || one.quote : marked([claim])),
      article === undefined
        ? quiet(one.doc_id, one.published ? `, ${one.published.slice(0, 10)}` : "")
        : source(article),
    );
  }
  function verdictEntry(one, number, nth) {
    return el(
      "li",
      { class: `verdict ${one.label}`, id: `verdict-${nth}-${number}`, tabindex: "-1" },
      el(
        "p",
        null,
        signed(VERDICT[one.label], one.label),
        ` line ${one.line}: `,
        el("b", null, `“${one.quote}”`),
        ` ${one.explanation}${/[.!?]$/.test(one.explanation) ? "" : "."}`,
      ),
      one.correction ? el("p", null, el("b", null, `Instead: ${one.correction}`)) : null,
      one.evidence.length ? el("ul", { class: "evidence" }, one.evidence.map(evidenceOf)) : null,
    );
  }
  function summaryOf(each, nth) {
    const jump = (number) =>
      el(
        "button",
        {
          type: "button",
          class: "jump",
          onclick: () => {
            const entry = document.getElementById(`verdict-${nth}-${number}`);
            entry.scrollIntoView({ block: "center" });
            entry.focus();
          },
        },
        VERDICT[each.verdicts[number].label][0],
      );
    const pieces = each.pieces.map(([words, number]) =>
      number < 0
        ? words
        : el(
            "span",
            { class: `said ${each.verdicts[number].label}` },
            words,
            el("span", { class: "unseen" }, ` (${VERDICT[each.verdicts[number].label][1]})`),
            jump(number),
          ),
    );
    const order = ["refuted", "conflicting_evidence", "not_enough_evidence", "supported"];
    const entries = each.verdicts
      .map((one, number) => [one, number])
      .sort((one, other) => order.indexOf(one[0].label) - order.indexOf(other[0].label));
    for (const shown of pieces) if (shown instanceof HTMLElement) labelJump(shown);
    return section(
      each.name,
      el("p", null, each.coverage),
      el("div", { class: "text summary" }, pieces),
      el("h3", null, "Why"),
      el(
        "ul",
        { class: "verdicts" },
        entries.map(([one, number]) => verdictEntry(one, number, nth)),
      ),
    );
  }
  function labelJump(shown) {
    const button = shown.querySelector("button");
    button.setAttribute("aria-label", `${button.textContent} why: ${shown.firstChild.textContent}`);
  }
  function showSummary() {
    draw(
      data.summaries.length > 1 ? "Checked summaries" : "Checked summary",
      data.summaries.length
        ? data.summaries.map(summaryOf)
        : el(
            "p",
            null,
            "No summary was checked with these articles. ",
            el("code", null, "crossfoot check NOTE --against DIR --format html"),
            " makes a page with one.",
          ),
    );
  }

  // ---- overview, quarantine, how it was made ----------------------------------------------------------------------
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const share = (part, whole) =>
    whole
      ? `${part.toLocaleString("en")} of ${whole.toLocaleString("en")} (${Math.round((100 * part) / whole)}%)`
      : "none";

  function coverage() {
    const count = claims.id.length;
    const having = (column, blank = 0) => claims[column].filter((value) => value !== blank).length;
    const withFigures = new Set(claims.article).size;
    const reasons = new Map();
    articles.passed.flat().forEach(([, , reason]) => reasons.set(reason, (reasons.get(reason) || 0) + 1));
    const lines = [
      ["Articles with a figure", share(withFigures, articles.id.length)],
      ["Claims with a firm", share(having("firm"), count)],
      ["Claims with a period", share(having("period"), count)],
      ["Claims that cite somebody", share(having("cited"), count)],
      ["Claims compared with another", share(new Set(findings.claims.flat()).size, count)],
      ["Figures seen and not taken", sum([...reasons.values()]).toLocaleString("en")],
      ...[...reasons]
        .sort((one, other) => other[1] - one[1])
        .map(([reason, number]) => [`— ${texts[reason]}`, number.toLocaleString("en")]),
      ["Runs of page furniture left out", sum(articles.dropped.map((some) => some.length)).toLocaleString("en")],
      ["Files refused", data.quarantine.path.length.toLocaleString("en")],
    ];
    return facts("Coverage", lines);
  }
  function showOverview() {
    const tile = (number, words, href) =>
      el("a", { class: "tile", href }, el("b", null, number.toLocaleString("en")), " ", words);
    const open = all.filter(GROUPS.open[1]);
    const of = (name) => all.filter(GROUPS[name][1]).length;
    draw(
      "Overview",
      el(
        "div",
        { class: "tiles" },
        tile(open.length, "to look at", "#/findings/open"),
        tile(of("explained"), "explained", "#/findings/explained"),
        tile(of("agreements"), "agreements", "#/findings/agreements"),
        of("accepted") ? tile(of("accepted"), "accepted", "#/findings/accepted") : null,
        of("dismissed") ? tile(of("dismissed"), "dismissed", "#/findings/dismissed") : null,
        tile(claims.id.length, "claims", "#/claims"),
        tile(articles.id.length, "articles", "#/articles"),
        tile(data.quarantine.path.length, "in quarantine", "#/quarantine"),
      ),
      data.without.map((line) => el("p", { class: "note" }, line)),
      section(
        "First to look at",
        open.length
          ? el(
              "ol",
              { class: "queue" },
              open.slice(0, 5).map((at) => queueRow(at, {})),
            )
          : el("p", null, all.length ? "Nothing left to look at." : "No two claims could be compared."),
      ),
      section("Coverage", coverage()),
    );
  }
  function showQuarantine() {
    const rows = data.quarantine;
    draw(
      "Quarantine",
      rows.path.length
        ? [
            el("p", null, "These could not be read; nothing of them is in the tables."),
            table(
              "Quarantine",
              ["File", "Line", "Why", "In full"],
              rows.path
                .slice(0, 1000)
                .map((path, at) =>
                  row([path, rows.line[at] ? String(rows.line[at]) : "—", rows.reason[at], rows.detail[at]]),
                ),
            ),
            rows.path.length > 1000
              ? el("p", { class: "note" }, `and ${rows.path.length - 1000} more in quarantine.jsonl`)
              : null,
          ]
        : el("p", null, "Everything could be read."),
    );
  }
  function showMade() {
    const pairs = (label, some) =>
      facts(
        label,
        some.map(([name, value]) => [name, el("td", null, el("code", null, value))]),
      );
    const inputs = articles.id.map((id, at) => [id, articles.hash[at]]).filter(([, hash]) => hash);
    draw(
      "How it was made",
      el("p", null, "The same articles, versions and options make the same page, byte for byte."),
      section("Run", pairs("Run", [["run", data.run], ...(data.made ? data.made.options : [])])),
      data.made ? section("Versions", pairs("Versions", data.made.versions)) : null,
      inputs.length
        ? section(
            "Articles (SHA-256 of each text, its first 16 digits)",
            pairs("Articles", inputs.slice(0, 500)),
            inputs.length > 500 ? el("p", { class: "note" }, `and ${inputs.length - 500} more`) : null,
          )
        : null,
      data.made ? section("Words and rules (SHA-256 of each file)", pairs("Words and rules", data.made.words)) : null,
      section(
        "Licences of what the page carries",
        data.licences.map(([name, licence]) =>
          el("details", null, el("summary", null, name), el("pre", null, licence)),
        ),
      ),
    );
  }
  const missing = (what, id) =>
    draw("Not here", el("p", null, `This page has no ${what} “${id}”.`), el("p", null, link("#/", "Overview")));

  // ---- views and keys ---------------------------------------------------------------------------------------------
  const VIEWS = {
    "": showOverview,
    findings: showFindings,
    finding: showFinding,
    summary: showSummary,
    articles: showArticles,
    article: showArticle,
    claims: showClaims,
    claim: showClaim,
    quarantine: showQuarantine,
    made: showMade,
  };
  const NAV = [
    ["", "Overview"],
    ["findings", "Findings"],
    ["summary", "Summary"],
    ["claims", "Claims"],
    ["articles", "Articles"],
    ["quarantine", "Quarantine"],
    ["made", "How it was made"],
  ];
  const PARENT = { finding: "findings", article: "articles", claim: "claims" };
  let view = "";
  let drawn = null; // the address whose view is shown

  function draw(title, ...children) {
    document.title = `${title} – crossfoot report`;
    main.replaceChildren(
      el("h1", null, title),
      ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""),
      forgetful
        ? el(
            "p",
            { class: "note" },
            "This browser keeps nothing for the page: export your decisions before you close it.",
          )
        : "",
    );
  }
  function route({ moved = true } = {}) {
    drawn = location.hash;
    const [name, ...rest] = location.hash.replace(/^#\/?/, "").split("/");
    let id = rest.join("/");
    try {
      id = decodeURIComponent(id);
    } catch {
      // an address with a broken escape names nothing that the page has
    }
    view = Object.hasOwn(VIEWS, name) ? name : "";
    for (const each of document.querySelectorAll("header nav a")) {
      if (each.getAttribute("href") === `#/${PARENT[view] || view}`) each.setAttribute("aria-current", "page");
      else each.removeAttribute("aria-current");
    }
    VIEWS[view](id);
    if (moved) {
      scrollTo(0, 0);
      if (view === "findings" && queue.rows.length) select(queue.at);
      else main.focus({ preventScroll: true });
    }
    document.documentElement.dataset.ready = drawn; // for whoever waits until a view is drawn
  }

  const step = (by) => {
    if (view === "findings") return select(queue.at + by);
    const next = queue.rows[queue.at + by];
    if (next === undefined) return undefined;
    queue.at += by;
    return go(to("finding", findings.id[next]));
  };
  /** Changes the view at once, so that the next key falls on it; the browser's own event comes later. */
  function go(href) {
    location.hash = href;
    if (location.hash !== drawn) route();
  }
  addEventListener("hashchange", () => {
    if (location.hash !== drawn) route();
  });

  function selected() {
    if (view === "findings") return queue.rows[queue.at];
    return view === "finding" ? Number(main.querySelector("[data-finding]")?.dataset.finding) : undefined;
  }
  const onSelected = (act) => {
    const at = selected();
    if (at !== undefined && !Number.isNaN(at)) act(at);
  };
  const ACTS = {
    j: () => step(1),
    k: () => step(-1),
    a: () => onSelected((at) => decide(at, "accept")),
    d: () => onSelected((at) => decide(at, "dismiss")),
    u: () => undo(selected()),
    "?": () => document.getElementById("keys").showModal(),
    "/": () => document.getElementById("filter")?.focus(),
    Enter: () => view === "findings" && onSelected((at) => go(to("finding", findings.id[at]))),
    Escape: () => view === "finding" && go(to("findings")),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.getElementById("keys").open) return;
    const field = event.target.closest?.("input, select, textarea");
    if (field) {
      if (event.key === "Escape") field.blur();
      return;
    }
    const inQueue = view === "findings" || view === "finding";
    if (event.key === "Enter" && event.target.closest?.("a, button") && !event.target.closest("li[aria-current]"))
      return;
    if (!Object.hasOwn(ACTS, event.key) || (!inQueue && !["?", "/"].includes(event.key))) return;
    event.preventDefault();
    ACTS[event.key]();
  });

  // ---- light and dark ---------------------------------------------------------------------------------------------
  const THEMES = ["auto", "light", "dark"];
  function theme(name) {
    if (name === "auto") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", name);
    document.getElementById("theme").textContent = `Theme: ${name}`;
    document.getElementById("theme").dataset.theme = name;
    try {
      localStorage.setItem("crossfoot:theme", name);
    } catch {
      forgetful = true;
    }
  }
  function kept() {
    try {
      const name = localStorage.getItem("crossfoot:theme");
      return THEMES.includes(name) ? name : "auto";
    } catch {
      return "auto";
    }
  }

  // ---- begin ------------------------------------------------------------------------------------------------------
  recall();
  theme(kept());
  document.querySelector("header nav").append(
    el(
      "ul",
      null,
      NAV.map(([name, words]) => el("li", null, link(`#/${name}`, words))),
    ),
  );
  document.getElementById("keys").append(
    el(
      "article",
      null,
      el("h2", { id: "keys-title" }, "Keys"),
      el(
        "table",
        null,
        el(
          "tbody",
          null,
          KEYS.map(([key, words]) => row([el("th", { scope: "row" }, el("kbd", null, key)), words])),
        ),
      ),
      el("form", { method: "dialog" }, el("button", null, "Close")),
    ),
  );
  document.getElementById("help").addEventListener("click", ACTS["?"]);
  document.getElementById("export").addEventListener("click", download);
  document
    .getElementById("theme")
    .addEventListener("click", () =>
      theme(THEMES[(THEMES.indexOf(document.getElementById("theme").dataset.theme) + 1) % 3]),
    );
  addEventListener("storage", (event) => {
    if (event.key !== KEEP) return;
    recall();
    route({ moved: false });
  });
  if (!location.hash && data.summaries.length) location.replace("#/summary");
  route({ moved: false });
})();

"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const run = data.run;
  const groups = data.groups;
  const byId = (id) => document.getElementById(id);

  // ---- text -------------------------------------------------------------------------------------------------------

  const missing = (x) => x === null || x === undefined || !Number.isFinite(x);
  const whole = (x) => (missing(x) ? "–" : Math.round(x).toLocaleString("en-US"));
  const fixed = (x, digits) =>
    missing(x) ? "–" : x.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const figure = (x, digits = 3) => (missing(x) ? "–" : x.toLocaleString("en-US", { maximumSignificantDigits: digits }));
  const scaled = (x, units, base) => {
    if (missing(x)) return ["–", ""];
    let k = 0;
    while (k < units.length - 1 && Math.abs(x) >= base) {
      x /= base;
      k++;
    }
    return [figure(x), units[k]];
  };
  const count = (x) => scaled(x, ["", "k", "M", "G", "T"], 1000);
  const bytes = (x) => scaled(x, ["B", "kB", "MB", "GB", "TB"], 1000);
  const seconds = (s) => (missing(s) ? ["–", ""] : s < 0.0995 ? [figure(s * 1000), "ms"] : [figure(s), "s"]);
  const joined = (pair) => pair.filter((x) => x !== "").join(" ");

  /** An element; children are elements or text, never markup. */
  function element(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key === "style") Object.assign(node.style, value);
      else node.setAttribute(key, value);
    }
    node.append(...children.filter((c) => c !== null && c !== undefined));
    return node;
  }

  const tip = byId("tip");
  function showTip(x, y, title, text) {
    tip.replaceChildren(element("b", {}, title), text);
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    const left = x + 14 + box.width > innerWidth ? x - 14 - box.width : x + 14;
    tip.style.left = Math.max(4, left) + "px";
    tip.style.top = Math.max(4, Math.min(y + 14, innerHeight - box.height - 4)) + "px";
  }
  const hideTip = () => (tip.hidden = true);

  // ---- drawing ----------------------------------------------------------------------------------------------------

  const theme = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const fontOf = (size) => size + "px system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif";

  /** A canvas that fills its parent in device pixels; draw(context, width, height) speaks CSS pixels. */
  function canvasIn(parent, draw) {
    const canvas = element("canvas");
    parent.append(canvas);
    const redraw = () => {
      const w = parent.clientWidth;
      const h = parent.clientHeight;
      if (w === 0 || h === 0) return;
      const ratio = devicePixelRatio || 1;
      canvas.width = Math.round(w * ratio);
      canvas.height = Math.round(h * ratio);
      const context = canvas.getContext("2d");
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      draw(context, w, h, ratio);
    };
    new ResizeObserver(redraw).observe(parent);
    themed.push(redraw);
    return redraw;
  }

  const themed = [];
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => themed.forEach((redraw) => redraw()));

  /** Multiples of 1, 2 or 5 times a power of ten in [from, to], about as many as asked for. */
  function ticks(from, to, most) {
    const rough = (to - from) / Math.max(1, most);
    if (!(rough > 0)) return { step: 1, values: [from] };
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = power * ([1, 2, 5, 10].find((m) => m * power >= rough * 0.999) || 10);
    const values = [];
    for (let k = Math.ceil(from / step - 1e-9) + 0; k * step <= to + step * 1e-9; k++) values.push(k * step);
    return { step, values };
  }
  const tickText = (value, step) => fixed(value, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));

  const shortened = (context, text, width) => {
    if (context.measureText(text).width <= width) return text;
    let n = text.length;
    while (n > 0 && context.measureText(text.slice(0, n) + "…").width > width) n--;
    return text.slice(0, n) + "…";
  };

  // ---- raster -----------------------------------------------------------------------------------------------------

  /** Arrays of 16 or 32 bits, one after the other: ticks, rows, and nodes where they differ from the rows. */
  function decoded(text, n) {
    const binary = atob(text.trim());
    const raw = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) raw[i] = binary.charCodeAt(i);
    const size = raw.length < 8 * n ? 2 : 4;
    const part = (k) => (size === 2 ? new Uint16Array(raw.buffer, k * n * size, n) : new Uint32Array(raw.buffer, k * n * size, n));
    const rows = part(1);
    return { tick: data.raster.tick, ticks: part(0), rows, nodes: raw.length === 3 * n * size ? part(2) : rows };
  }

  const spikes = decoded(byId("spikes").textContent, data.raster.shown);
  const duration = run.duration_ms || 1;
  const hidden = new Uint8Array(groups.length);
  const bottomOf = (g) => (g + 1 < groups.length ? groups[g + 1].top : 1);

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const lighter = (channel) => Math.round(channel + (255 - channel) * 0.25);
  /** Red, green, blue of a group: a quarter lighter on a dark page. */
  function rgbOf(group) {
    const colour = parseInt(group.colour.slice(1), 16);
    const channels = [colour >> 16, (colour >> 8) & 255, colour & 255];
    return dark.matches ? channels.map(lighter) : channels;
  }
  const cssOf = (group, opacity = 1) => "rgba(" + rgbOf(group).join(",") + "," + opacity + ")";

  // Group and height in [0, 1] of each spike.
  const groupOfSpike = new Uint16Array(spikes.rows.length);
  const heights = new Float32Array(spikes.rows.length);
  {
    const starts = groups.map((g) => g.firstRow);
    for (let i = 0; i < heights.length; i++) {
      const row = spikes.rows[i];
      let low = 0;
      let high = groups.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle] <= row) low = middle;
        else high = middle - 1;
      }
      groupOfSpike[i] = low;
      const g = groups[low];
      heights[i] = g.top + ((row - g.firstRow + 0.5) / g.neurons) * (bottomOf(low) - g.top);
    }
  }

  const view = { t0: 0, t1: duration, y0: 0, y1: 1 };
  const plot = { left: 0, top: 6, width: 1, height: 1 };
  const holder = byId("raster");

  /** First spike not before the given time. */
  function firstFrom(time) {
    let low = 0;
    let high = spikes.ticks.length;
    const tick = time / spikes.tick - 1e-6;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spikes.ticks[middle] < tick) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  const sizeOf = (w) => (w < 520 ? 10.5 : 12);

  /** Space at the left of both charts, whose time axes lie below each other. */
  function marginOf(context, w) {
    context.font = fontOf(sizeOf(w));
    let widest = 38;
    for (const g of groups) widest = Math.max(widest, context.measureText(g.name).width);
    return Math.ceil(Math.min(widest, Math.max(38, w * (w < 520 ? 0.2 : 0.16)))) + 10;
  }

  function drawRaster(context, w, h, ratio) {
    const size = sizeOf(w);
    context.font = fontOf(size);
    plot.left = marginOf(context, w);
    plot.width = Math.max(10, w - plot.left - 16);
    plot.height = Math.max(10, h - plot.top - 42);
    context.clearRect(0, 0, w, h);
    drawBands(context, size);
    drawDots(context, ratio);
    drawTimeAxis(context, size);
  }

  const yOf = (height) => plot.top + ((height - view.y0) / (view.y1 - view.y0)) * plot.height;
  const xOf = (time) => plot.left + ((time - view.t0) / (view.t1 - view.t0)) * plot.width;
  const timeAt = (x) => view.t0 + ((x - plot.left) / plot.width) * (view.t1 - view.t0);
  const heightAt = (y) => view.y0 + ((y - plot.top) / plot.height) * (view.y1 - view.y0);

  function drawBands(context, size) {
    const line = theme("--line");
    context.textAlign = "right";
    context.textBaseline = "middle";
    let free = -Infinity;
    groups.forEach((g, i) => {
      const top = Math.max(plot.top, yOf(g.top));
      const bottom = Math.min(plot.top + plot.height, yOf(bottomOf(i)));
      if (bottom <= top || g.neurons === 0) return;
      context.fillStyle = line;
      context.fillRect(plot.left, Math.round(top), plot.width, 1);
      const middle = (top + bottom) / 2;
      if (middle - size < free - 1) return;
      free = middle;
      context.globalAlpha = hidden[i] ? 0.35 : 1;
      context.fillStyle = cssOf(g);
      context.fillText(shortened(context, g.name, plot.left - 10), plot.left - 6, middle);
      context.globalAlpha = 1;
    });
    if (groups.length === 0 || spikes.ticks.length === 0) {
      context.textAlign = "center";
      context.fillStyle = theme("--muted");
      context.fillText("no spikes", plot.left + plot.width / 2, plot.top + plot.height / 2);
    }
  }

  function drawDots(context, ratio) {
    const w = Math.round(plot.width * ratio);
    const h = Math.round(plot.height * ratio);
    const from = firstFrom(view.t0);
    const to = firstFrom(view.t1 + spikes.tick * 1e-3 + (view.t1 >= duration ? spikes.tick : 0));
    if (to <= from) return;
    const perHeight = h / (view.y1 - view.y0);
    const perTick = (spikes.tick / (view.t1 - view.t0)) * (w - 1);
    const shown = Math.max(1, (to - from) * (view.y1 - view.y0));
    let dot = 1;
    while (dot < 4 * ratio && shown * (dot + 1) * (dot + 1) < (w * h) / 5) dot++;
    // Where few fired, dots are a little larger.
    const wide = groups.map((g, i) => {
      const area = (bottomOf(i) - g.top) * perHeight * w * ((duration || 1) / (view.t1 - view.t0));
      const size = Math.floor(Math.sqrt(area / 5 / Math.max(1, g.spikes)));
      return Math.max(dot, Math.min(dot + Math.round(ratio), size));
    });
    const high = groups.map((g, i) => {
      const row = (perHeight * (bottomOf(i) - g.top)) / Math.max(1, g.neurons);
      return Math.max(wide[i], Math.min(Math.round(14 * ratio), Math.floor(row * 0.75)));
    });
    const covered = new Uint16Array(w * h);
    const owner = new Uint16Array(w * h);
    const first = view.t0 / spikes.tick;
    let most = 1;
    for (let i = from; i < to; i++) {
      const g = groupOfSpike[i];
      if (hidden[g]) continue;
      const x0 = Math.round((spikes.ticks[i] - first) * perTick) - ((wide[g] - 1) >> 1);
      const y0 = Math.round((heights[i] - view.y0) * perHeight - high[g] / 2);
      const x1 = Math.min(w, x0 + wide[g]);
      const y1 = Math.min(h, y0 + high[g]);
      for (let y = Math.max(0, y0); y < y1; y++) {
        for (let x = Math.max(0, x0); x < x1; x++) {
          const at = y * w + x;
          const c = covered[at] + 1;
          if (c < 65535) covered[at] = c;
          owner[at] = g;
          if (c > most) most = c;
        }
      }
    }
    paintDots(context, covered, owner, w, h, most);
  }

  /** Opacity by the number of dots on a pixel: the strongest hundredth is full, a lone dot the fainter the more is covered. */
  function paintDots(context, covered, owner, w, h, most) {
    const pixelsWith = new Uint32Array(most + 1);
    let pixels = 0;
    for (const c of covered) {
      if (c > 0) {
        pixelsWith[c]++;
        pixels++;
      }
    }
    let high = 1;
    for (let sum = pixelsWith[1]; sum < pixels * 0.99 && high < most; sum += pixelsWith[high]) high++;
    const least = Math.max(0.25, 0.95 - (1.1 * pixels) / covered.length);
    const opacity = new Uint8Array(most + 1);
    for (let c = 1; c <= most; c++) {
      const share = high === 1 ? 1 : Math.min(1, Math.log(c) / Math.log(high));
      opacity[c] = Math.round(255 * (least + (0.95 - least) * share));
    }
    const image = new ImageData(w, h);
    const out = image.data;
    const colours = groups.map(rgbOf);
    for (let at = 0; at < covered.length; at++) {
      if (covered[at] > 0) {
        const colour = colours[owner[at]];
        out[4 * at] = colour[0];
        out[4 * at + 1] = colour[1];
        out[4 * at + 2] = colour[2];
        out[4 * at + 3] = opacity[covered[at]];
      }
    }
    const layer = new OffscreenCanvas(w, h);
    layer.getContext("2d").putImageData(image, 0, 0);
    context.drawImage(layer, plot.left, plot.top, plot.width, plot.height);
  }

  function drawTimeAxis(context, size) {
    context.strokeStyle = theme("--line");
    context.lineWidth = 1;
    context.strokeRect(plot.left - 0.5, plot.top - 0.5, plot.width + 1, plot.height + 1);
    context.fillStyle = theme("--muted");
    context.textAlign = "center";
    context.textBaseline = "top";
    const bottom = plot.top + plot.height;
    const { step, values } = ticks(view.t0, view.t1, plot.width / 80);
    for (const value of values) {
      const x = xOf(value);
      context.fillRect(Math.round(x), bottom, 1, 4);
      const text = tickText(value, step);
      const half = context.measureText(text).width / 2;
      context.fillText(text, Math.min(x, plot.left + plot.width + 16 - half), bottom + 7);
    }
    context.font = fontOf(size);
    context.fillText("time [ms]", plot.left + plot.width / 2, bottom + 24);
  }

  const redrawRaster = canvasIn(holder, drawRaster);
  let pending = false;
  function refresh() {
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      redrawRaster();
    });
  }

  function show(t0, t1, y0, y1) {
    const span = Math.min(duration, Math.max(t1 - t0, 5 * spikes.tick));
    view.t0 = Math.max(0, Math.min(t0, duration - span));
    view.t1 = view.t0 + span;
    const rows = Math.min(1, Math.max(y1 - y0, Math.min(1, 4 / Math.max(1, data.raster.neurons))));
    view.y0 = Math.max(0, Math.min(y0, 1 - rows));
    view.y1 = view.y0 + rows;
    refresh();
    linkRates();
  }
  function zoom(factor, time, height, axes) {
    const ft = axes === "y" ? 1 : factor;
    const fy = axes === "t" ? 1 : factor;
    show(time - (time - view.t0) * ft, time + (view.t1 - time) * ft, height - (height - view.y0) * fy, height + (view.y1 - height) * fy);
  }
  const reset = () => show(0, duration, 0, 1);
  const middle = (factor) => zoom(factor, (view.t0 + view.t1) / 2, (view.y0 + view.y1) / 2, "t");
  byId("zoom-in").onclick = () => middle(0.5);
  byId("zoom-out").onclick = () => middle(2);
  byId("zoom-reset").onclick = reset;

  // Drag: choose a part. Shift and drag, or a finger across: move. Wheel with Ctrl, or after a click: zoom time; with Shift: neurons.
  const select = element("div", { class: "select", hidden: "" });
  holder.append(select);
  let drag = null;
  const place = (event) => {
    const box = holder.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const inside = (p) => ({
    x: Math.max(plot.left, Math.min(p.x, plot.left + plot.width)),
    y: Math.max(plot.top, Math.min(p.y, plot.top + plot.height)),
  });

  holder.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 && event.button !== 1) return;
    const moves = event.shiftKey || event.button === 1 || event.pointerType === "touch";
    drag = { from: inside(place(event)), view: { ...view }, moves };
    if (event.pointerType !== "touch") holder.setPointerCapture(event.pointerId);
    hideTip();
  });
  holder.addEventListener("pointermove", (event) => {
    const at = inside(place(event));
    if (!drag) {
      hover(event, place(event));
    } else if (drag.moves) {
      const dt = ((at.x - drag.from.x) / plot.width) * (drag.view.t1 - drag.view.t0);
      const dy = event.pointerType === "touch" ? 0 : ((at.y - drag.from.y) / plot.height) * (drag.view.y1 - drag.view.y0);
      show(drag.view.t0 - dt, drag.view.t1 - dt, drag.view.y0 - dy, drag.view.y1 - dy);
    } else {
      const part = chosen(drag.from, at);
      select.hidden = false;
      Object.assign(select.style, {
        left: part.x0 + "px",
        top: part.y0 + "px",
        width: part.x1 - part.x0 + "px",
        height: part.y1 - part.y0 + "px",
      });
    }
  });
  /** A flat drag chooses time only, an upright one neurons only. */
  function chosen(a, b) {
    const flat = Math.abs(a.y - b.y) < 12;
    const upright = Math.abs(a.x - b.x) < 12 && !flat;
    return {
      x0: upright ? plot.left : Math.min(a.x, b.x),
      x1: upright ? plot.left + plot.width : Math.max(a.x, b.x),
      y0: flat ? plot.top : Math.min(a.y, b.y),
      y1: flat ? plot.top + plot.height : Math.max(a.y, b.y),
    };
  }
  holder.addEventListener("pointerup", (event) => {
    if (drag && !drag.moves) {
      const at = inside(place(event));
      const part = chosen(drag.from, at);
      if (Math.hypot(at.x - drag.from.x, at.y - drag.from.y) > 6) {
        show(timeAt(part.x0), timeAt(part.x1), heightAt(part.y0), heightAt(part.y1));
      }
    }
    drag = null;
    select.hidden = true;
  });
  holder.addEventListener("pointercancel", () => {
    drag = null;
    select.hidden = true;
  });
  holder.addEventListener("pointerleave", hideTip);
  holder.addEventListener("dblclick", reset);
  holder.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== holder) return;
      event.preventDefault();
      const at = inside(place(event));
      const amount = event.deltaY || event.deltaX;
      zoom(Math.exp(Math.max(-1, Math.min(1, amount / 300))), timeAt(at.x), heightAt(at.y), event.shiftKey ? "y" : "t");
    },
    { passive: false },
  );
  holder.addEventListener("keydown", (event) => {
    const dt = (view.t1 - view.t0) / 5;
    const dy = (view.y1 - view.y0) / 5;
    const actions = {
      "+": () => middle(0.5),
      "=": () => middle(0.5),
      "-": () => middle(2),
      0: reset,
      ArrowLeft: () => show(view.t0 - dt, view.t1 - dt, view.y0, view.y1),
      ArrowRight: () => show(view.t0 + dt, view.t1 + dt, view.y0, view.y1),
      ArrowUp: () => show(view.t0, view.t1, view.y0 - dy, view.y1 - dy),
      ArrowDown: () => show(view.t0, view.t1, view.y0 + dy, view.y1 + dy),
    };
    if (actions[event.key] && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      actions[event.key]();
    }
  });

  /** Names the spike nearest to the pointer, if one is within eight pixels. */
  function hover(event, at) {
    const perPixel = (view.t1 - view.t0) / plot.width;
    const to = firstFrom(timeAt(at.x + 8) + spikes.tick);
    let best = 64;
    let found = -1;
    for (let i = firstFrom(timeAt(at.x - 8)); i < to; i++) {
      if (hidden[groupOfSpike[i]]) continue;
      const dx = (spikes.ticks[i] * spikes.tick - timeAt(at.x)) / perPixel;
      const dy = yOf(heights[i]) - at.y;
      const distance = dx * dx + dy * dy;
      if (distance < best && heights[i] >= view.y0 && heights[i] <= view.y1) {
        best = distance;
        found = i;
      }
    }
    if (found < 0) {
      hideTip();
      return;
    }
    const time = tickText(spikes.ticks[found] * spikes.tick, spikes.tick);
    showTip(event.clientX, event.clientY, groups[groupOfSpike[found]].name, "neuron " + spikes.nodes[found] + " at " + time + " ms");
  }

  // ---- rates over time --------------------------------------------------------------------------------------------

  let chart = null;
  let linking = false;
  const MOST_SERIES = 60;
  const drawn = groups
    .map((g, i) => i)
    .sort((a, b) => groups[b].neurons - groups[a].neurons)
    .slice(0, MOST_SERIES)
    .sort((a, b) => a - b);
  const chips = [];

  function makeRates() {
    const bin = data.rates.bin;
    const times = data.rates.all.map((_, b) => (b * bin + Math.min(duration, (b + 1) * bin)) / 2);
    const rows = [times, data.rates.all, ...drawn.map((g) => data.rates.groups[g])];
    const digits = (value) => (missing(value) ? "" : fixed(value, 1));
    const axis = { stroke: () => theme("--muted"), font: fontOf(12), ticks: { show: false } };
    const grid = { stroke: () => theme("--line"), width: 1 };
    const series = [
      {},
      { label: "all", stroke: () => theme("--ink"), width: 2, points: { show: false } },
      ...drawn.map((g) => ({ label: groups[g].name, stroke: () => cssOf(groups[g], drawn.length > 8 ? 0.7 : 1), width: drawn.length > 8 ? 1 : 1.5, points: { show: false } })),
    ];
    const size = () => ({ width: byId("rates").clientWidth, height: innerWidth < 560 ? 200 : 240 });
    chart = new uPlot(
      {
        ...size(),
        legend: { show: false },
        padding: [10, 16, 0, 0],
        cursor: { y: false, drag: { x: true, y: false, setScale: true }, points: { show: false } },
        scales: { x: { time: false, range: (u, low, high) => [low ?? 0, high ?? duration] }, y: { range: (u, low, high) => [0, high > 0 ? high * 1.05 : 1] } },
        axes: [
          { ...axis, grid, label: "time [ms]", labelFont: fontOf(12), labelSize: 18, size: 28, space: 70 },
          { ...axis, grid, label: "rate [Hz]", labelFont: fontOf(12), labelSize: 18, size: () => marginOf(document.createElement("canvas").getContext("2d"), holder.clientWidth) - 18 },
        ],
        series,
        hooks: {
          setScale: [
            (u, key) => {
              if (key === "x" && !linking && (u.scales.x.min !== view.t0 || u.scales.x.max !== view.t1)) {
                linking = true;
                show(u.scales.x.min, u.scales.x.max, view.y0, view.y1);
                linking = false;
              }
            },
          ],
          setCursor: [
            (u) => {
              const at = u.cursor.idx;
              const mean = missing(at);
              chips.forEach((chip) => {
                const value = mean ? chip.mean : chip.row[at];
                chip.value.textContent = digits(value);
              });
              byId("legend-note").textContent = mean
                ? "Click a population to hide or show it in both charts, double-click to see it alone. Numbers: mean rate [Hz]."
                : "Rate [Hz] at " + tickText(times[at], bin >= 1 ? 1 : bin) + " ms.";
            },
          ],
        },
      },
      rows,
      byId("rates"),
    );
    chart.setScale("x", { min: 0, max: duration });
    chart.over.addEventListener("dblclick", reset);
    new ResizeObserver(() => chart.setSize(size())).observe(byId("rates"));
    themed.push(() => chart.redraw(false, true));
    makeLegend(rows, digits);
    byId("rates-note").textContent =
      "Bins of " + figure(bin) + " ms. Drag to zoom, double-click for everything; time is shared with the raster." +
      (drawn.length < groups.length ? " The " + drawn.length + " largest of " + groups.length + " populations." : "");
  }

  function linkRates() {
    if (chart && !linking) {
      linking = true;
      chart.setScale("x", { min: view.t0, max: view.t1 });
      linking = false;
    }
  }

  function makeLegend(rows, digits) {
    const add = (name, colour, index, row, mean, g) => {
      const value = element("em", {}, digits(mean));
      const button = element("button", { type: "button", "aria-pressed": "true", title: name }, element("i", { style: { background: colour } }), element("span", {}, name), value);
      const chip = { button, value, row, mean, index, g, on: true };
      button.onclick = () => set(chip, !chip.on);
      button.ondblclick = () => chips.forEach((other) => set(other, other === chip));
      chips.push(chip);
      byId("legend").append(button);
    };
    add("all neurons", "var(--ink)", 1, rows[1], run.mean_rate_hz, -1);
    drawn.forEach((g, i) => add(groups[g].name, groups[g].colour, i + 2, rows[i + 2], groups[g].rate, g));
    byId("legend-all").onclick = () => chips.forEach((chip) => set(chip, true));
    byId("legend-none").onclick = () => chips.forEach((chip) => set(chip, false));
  }

  function set(chip, on) {
    if (chip.on === on) return;
    chip.on = on;
    chip.button.setAttribute("aria-pressed", String(on));
    chart.setSeries(chip.index, { show: on });
    if (chip.g >= 0) {
      hidden[chip.g] = on ? 0 : 1;
      refresh();
    }
  }

  // ---- histograms -------------------------------------------------------------------------------------------------

  /** Bars between edges; `options`: log, xLabel, yLabel, density, mark, markText, tipText(from, to, count). */
  function histogram(id, values, options) {
    const parent = byId(id);
    const { edges, counts } = values;
    const all = counts.reduce((a, b) => a + b, values.above + values.below);
    const position = options.log ? Math.log10 : (x) => x;
    let first = 0;
    let last = counts.length - 1;
    while (options.log && first < last && counts[first] === 0) first++;
    while (last > first && counts[last] === 0) last--;
    if (!options.log) last = Math.max(last, Math.min(counts.length - 1, options.least || 0));
    const heights = counts.map((c, i) => (options.density ? (all ? c / all / (position(edges[i + 1]) - position(edges[i])) : 0) : c));
    const from = position(edges[first]);
    const to = position(edges[last + 1]);
    const top = Math.max(...heights, 0) * 1.06 || 1;
    const area = { left: 58, top: 8 };
    let hovered = -1;
    const x = (v) => area.left + ((position(v) - from) / (to - from)) * area.width;
    const redraw = canvasIn(parent, (context, w, h) => {
      area.width = w - area.left - 16;
      area.height = h - area.top - 40;
      const bottom = area.top + area.height;
      context.clearRect(0, 0, w, h);
      context.font = fontOf(11.5);
      axes(context, w, bottom);
      for (let i = first; i <= last; i++) {
        const bar = (heights[i] / top) * area.height;
        const x0 = x(edges[i]);
        const gap = x(edges[i + 1]) - x0 > 4 ? 1 : 0;
        context.globalAlpha = i === hovered ? 1 : 0.82;
        context.fillStyle = theme("--accent");
        context.fillRect(x0, bottom - bar, x(edges[i + 1]) - x0 - gap, bar);
      }
      context.globalAlpha = 1;
      mark(context);
      if (all === 0) {
        context.textAlign = "center";
        context.fillStyle = theme("--muted");
        context.fillText("nothing to show", area.left + area.width / 2, area.top + area.height / 2);
      }
    });

    function axes(context, w, bottom) {
      const vertical = ticks(0, top, 4);
      context.textAlign = "right";
      context.textBaseline = "middle";
      for (const value of vertical.values) {
        const y = bottom - (value / top) * area.height;
        context.fillStyle = theme("--line");
        context.fillRect(area.left, Math.round(y), area.width, 1);
        context.fillStyle = theme("--muted");
        context.fillText(value >= 10000 ? joined(count(value)) : tickText(value, vertical.step), area.left - 6, y);
      }
      context.textAlign = "center";
      context.textBaseline = "top";
      if (options.log) {
        for (let e = Math.ceil(from - 1e-9); e <= to + 1e-9; e++) {
          context.fillRect(Math.round(x(10 ** e)), bottom, 1, 4);
          context.fillText(figure(10 ** e), x(10 ** e), bottom + 6);
        }
      } else {
        const across = ticks(from, to, area.width / 55);
        for (const value of across.values) {
          context.fillRect(Math.round(x(value)), bottom, 1, 4);
          context.fillText(tickText(value, across.step), x(value), bottom + 6);
        }
      }
      context.fillText(options.xLabel, area.left + area.width / 2, bottom + 22);
      context.save();
      context.translate(1, area.top + area.height / 2);
      context.rotate(-Math.PI / 2);
      context.fillText(options.yLabel, 0, 0);
      context.restore();
    }

    function mark(context) {
      if (missing(options.mark) || all === 0 || position(options.mark) < from || position(options.mark) > to) return;
      const at = x(options.mark);
      context.strokeStyle = theme("--ink");
      context.setLineDash([4, 3]);
      context.beginPath();
      context.moveTo(at, area.top);
      context.lineTo(at, area.top + area.height);
      context.stroke();
      context.setLineDash([]);
      context.fillStyle = theme("--ink");
      const right = at > area.left + area.width / 2;
      context.textAlign = right ? "right" : "left";
      context.textBaseline = "top";
      context.fillText(options.markText, right ? at - 5 : at + 5, area.top);
    }

    parent.addEventListener("pointermove", (event) => {
      const box = parent.getBoundingClientRect();
      const at = event.clientX - box.left;
      let i = first;
      while (i < last && x(edges[i + 1]) <= at) i++;
      const on = at >= area.left && at <= area.left + area.width ? i : -1;
      if (on !== hovered) {
        hovered = on;
        redraw();
      }
      if (on < 0 || all === 0) hideTip();
      else showTip(event.clientX, event.clientY, options.tipText(edges[i], edges[i + 1]), whole(counts[i]) + " (" + fixed((100 * counts[i]) / all, 1) + " %)");
    });
    parent.addEventListener("pointerleave", () => {
      hovered = -1;
      hideTip();
      redraw();
    });
  }

  function makeHistograms() {
    const { rate, interval, cv, correlation } = data.histograms;
    const silent = groups.reduce((sum, g) => sum + g.silent, 0);
    const neurons = data.raster.neurons;
    const sum = (h) => h.counts.reduce((a, b) => a + b, h.above + h.below);
    histogram("rate-histogram", rate, {
      xLabel: "mean rate [Hz]",
      yLabel: "neurons",
      least: 4,
      mark: run.mean_rate_hz,
      markText: "mean " + fixed(run.mean_rate_hz, 2),
      tipText: (a, b) => figure(a, 4) + " to below " + figure(b, 4) + " Hz",
    });
    byId("rate-note").textContent =
      whole(silent) + " of " + whole(neurons) + " neurons" + (neurons ? " (" + fixed((100 * silent) / neurons, 1) + " %)" : "") + " never fired." +
      (rate.above ? " " + whole(rate.above) + " beyond the right edge." : "");
    histogram("interval-histogram", interval, {
      log: true,
      density: true,
      xLabel: "interval [ms]",
      yLabel: "share per decade",
      tipText: (a, b) => figure(a, 4) + " to " + figure(b, 4) + " ms",
    });
    byId("interval-note").textContent = whole(sum(interval)) + " intervals between successive spikes of a neuron.";
    histogram("cv-histogram", cv, {
      xLabel: "CV of a neuron's intervals",
      yLabel: "neurons",
      least: 24,
      mark: 1,
      markText: "Poisson",
      tipText: (a, b) => "CV " + fixed(a, 2) + " to below " + fixed(b, 2),
    });
    byId("cv-note").textContent =
      whole(sum(cv)) + " neurons with at least three spikes." + (cv.above ? " " + whole(cv.above) + " beyond the right edge." : "");
    const outside = correlation.below + correlation.above;
    histogram("correlation-histogram", correlation, {
      xLabel: "correlation of spike counts",
      yLabel: "pairs",
      least: correlation.counts.length - 1,
      mark: 0,
      markText: "",
      tipText: (a, b) => fixed(a, 3) + " to below " + fixed(b, 3),
    });
    byId("correlation-note").textContent =
      whole(sum(correlation)) + " pairs within populations, counts in bins of " + figure(run.statistics.correlation_bin_ms) + " ms." + (outside ? " " + whole(outside) + " beyond the edges." : "");
  }

  // ---- tables -----------------------------------------------------------------------------------------------------

  const key = (colour) => element("i", { class: "key", style: { background: colour } });
  const share = (part, wholeOf, colour) =>
    element("div", {}, element("u", { style: { width: Math.max(0, Math.min(100, (100 * part) / wholeOf)) + "%", background: colour || "" } }));

  /** A table; a column is {head, text(row), order(row), cell(row), kind}. Heads with an order sort by it. */
  function table(columns, rows) {
    const body = element("tbody");
    const fill = (list) =>
      body.replaceChildren(
        ...list.map((row) =>
          element("tr", { class: row.class || "" }, ...columns.map((c) => element("td", { class: c.kind || "" }, c.cell ? c.cell(row) : c.text(row)))),
        ),
      );
    let by = null;
    let sign = -1;
    const heads = columns.map((c) => {
      const th = element("th", { class: (c.kind || "") + (c.order ? " sorts" : "") }, c.head);
      if (c.order) {
        th.onclick = () => {
          sign = by === c ? -sign : -1;
          by = c;
          const value = (row) => (missing(c.order(row)) ? -Infinity : c.order(row));
          fill([...rows].sort((a, b) => (value(a) < value(b) ? -sign : value(a) > value(b) ? sign : 0)));
        };
      }
      return th;
    });
    fill(rows);
    return element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body);
  }

  function makePopulations() {
    const references = groups.some((g) => !missing(g.reference));
    const top = Math.max(1e-9, ...groups.map((g) => Math.max(g.rate || 0, g.reference || 0)));
    const bar = (g) => {
      const box = share(g.rate || 0, top, g.colour);
      if (!missing(g.reference)) box.append(element("s", { style: { left: "calc(" + (100 * g.reference) / top + "% - 1px)" }, title: "published " + fixed(g.reference, 2) + " Hz" }));
      return box;
    };
    const columns = [
      { head: "population", cell: (g) => element("span", { title: g.name }, key(g.colour), g.name) },
      { head: "neurons", text: (g) => whole(g.neurons), order: (g) => g.neurons },
      { head: "spikes", text: (g) => whole(g.spikes), order: (g) => g.spikes },
      { head: "rate [Hz]", text: (g) => fixed(g.rate, 2), order: (g) => g.rate },
    ];
    if (references) columns.push({ head: "published", text: (g) => fixed(g.reference, 2), order: (g) => g.reference });
    columns.push(
      { head: references ? "| = published" : "", cell: bar, kind: "meter text" },
      { head: "fastest [Hz]", text: (g) => fixed(g.highest, 1), order: (g) => g.highest },
      { head: "silent", text: (g) => (g.neurons ? fixed((100 * g.silent) / g.neurons, 1) + " %" : "–"), order: (g) => g.silent / g.neurons },
    );
    byId("populations").append(groups.length ? table(columns, groups) : element("p", { class: "muted" }, "No population was recorded."));
  }

  /** Bars of a row's histogram, all rows on the same axis; a line where `mark` is. */
  function bars(counts, edges, colour, mark) {
    const svg = (tag, attributes) => {
      const node = document.createElementNS(byId("picture").namespaceURI, tag);
      for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
      return node;
    };
    const n = counts.length;
    const top = Math.max(1, ...counts);
    const picture = svg("svg", { viewBox: "0 0 " + n + " 26", preserveAspectRatio: "none", "aria-hidden": "true" });
    const heights = counts.map((c) => (c > 0 ? Math.max(1, (24 * c) / top) : 0));
    picture.append(svg("path", { fill: colour, d: heights.map((h, i) => (h ? "M" + i + " 26v" + -h + "h1v" + h + "z" : "")).join("") }));
    picture.append(svg("path", { class: "floor", d: "M0 25.5H" + n }));
    const at = (mark - edges[0]) / (edges[n] - edges[0]);
    if (at > 0 && at < 1) picture.append(svg("line", { x1: at * n, x2: at * n, y1: 0, y2: 26 }));
    return picture;
  }

  function makeStatistics() {
    const { rate, cv, correlation } = data.histograms;
    const means = run.statistics;
    const from = run.transient_ms > 0 ? "After " + figure(run.transient_ms, 6) + " ms. " : "";
    byId("statistics-note").textContent =
      from + "CV of the inter-spike intervals of neurons with at least three spikes (line: 1, Poisson). Pearson correlation of spike counts in bins of " + figure(means.correlation_bin_ms) +
      " ms, all pairs of up to " + whole(means.correlation_neurons) + " neurons (line: 0). Synchrony: variance over mean of the spike count of up to " + whole(means.synchrony_neurons) + " neurons in bins of " +
      figure(means.synchrony_bin_ms) + " ms; 1 for independent Poisson trains, grows with the number of neurons.";
    const range = (h, digits) => " " + fixed(h.edges[0], digits) + " to " + fixed(h.edges[h.edges.length - 1], digits);
    const columns = [
      { head: "population", cell: (g) => element("span", { title: g.name }, key(g.colour), g.name) },
      { head: "rate," + range(rate, 1) + " Hz", cell: (g) => bars(g.rateBars, rate.edges, g.colour, g.rate) },
      { head: "mean", text: (g) => fixed(g.rate, 2), order: (g) => g.rate },
      { head: "CV," + range(cv, 0), cell: (g) => bars(g.cvBars, cv.edges, g.colour, 1) },
      { head: "mean", text: (g) => fixed(g.cv, 2), order: (g) => g.cv },
      { head: "correlation," + range(correlation, 2), cell: (g) => bars(g.correlationBars, correlation.edges, g.colour, 0) },
      { head: "mean", text: (g) => fixed(g.correlation, 4), order: (g) => g.correlation },
      { head: "deviation", text: (g) => fixed(g.correlationSd, 4), order: (g) => g.correlationSd },
      { head: "synchrony", text: (g) => fixed(g.synchrony, 2), order: (g) => g.synchrony },
    ];
    byId("statistics").append(groups.length ? table(columns, groups) : element("p", { class: "muted" }, "No population was recorded."));
  }

  const phaseColours = ["#3b6fd4", "#2a9d6f", "#d98f0b", "#8a55c7", "#0f9fb5", "#c9407f"];

  function makeTiming() {
    const phases = Object.entries(run.phases_s);
    const known = phases.reduce((sum, [, s]) => sum + (s || 0), 0);
    const rows = [];
    const add = (name, s, kind, colour) => rows.push({ name, s, class: kind, colour });
    const start = run.setup_s - run.load_s - run.build_s;
    if (start > 0.0005) add("start", start, "", "#96613f");
    add("load", run.load_s, "", "#96613f");
    add("build", run.build_s, "", "#c9407f");
    add("simulate", run.simulate_s, "", "#3b6fd4");
    phases.forEach(([name, s], i) => add(name, s, "part", phaseColours[i % phaseColours.length]));
    if (phases.length && run.simulate_s - known > 0.005 * run.simulate_s) add("other", run.simulate_s - known, "part", "#8b96a3");
    const rest = run.total_s - run.setup_s - run.simulate_s;
    if (rest > 0.0005) add("results", rest, "", "#7c8db5");
    add("total", run.total_s, "sum", "var(--muted)");
    byId("timing").append(
      table(
        [
          { head: "phase", text: (r) => r.name },
          { head: "time [s]", text: (r) => fixed(r.s, 3) },
          { head: "share", text: (r) => (run.total_s > 0 ? fixed((100 * r.s) / run.total_s, 1) + " %" : "–") },
          { head: "", cell: (r) => share(r.s, run.total_s || 1, r.colour), kind: "meter" },
        ],
        rows,
      ),
    );
  }

  function makeSpeed() {
    const deliver = run.phases_s.deliver;
    const update = run.phases_s.update;
    const ns = (s, times) => (times > 0 && !missing(s) ? figure((s * 1e9) / times) + " ns" : "–");
    const rows = [
      ["real-time factor", figure(data.realTimeFactor), "wall time over biological time; below 1 is faster than life"],
      ["synaptic events", joined(count(run.synaptic_events)), ""],
      ["events per second", joined(count(run.synaptic_events / run.simulate_s)), "of the simulation's wall time"],
      ["time per event", ns(run.simulate_s, run.synaptic_events), "of the simulation's wall time"],
      ["delivery of an event", ns(deliver * run.threads, run.synaptic_events), "on one core: deliver × threads"],
      ["update of a neuron", ns(update * run.threads, data.updates), "on one core: update × threads"],
      ["peak memory", joined(bytes(run.peak_memory_bytes)), "of the whole process"],
      ["memory per synapse", missing(run.bytes_per_synapse) ? "–" : figure(run.bytes_per_synapse) + " B", "of the compiled network"],
    ];
    byId("speed").append(
      table(
        [
          { head: "", cell: (r) => element("span", { title: r[2] }, r[0], r[2] ? element("div", { class: "muted small" }, r[2]) : null) },
          { head: "", text: (r) => r[1] },
        ],
        rows,
      ),
    );
  }

  function makeNetwork() {
    const names = [...new Set(run.projections.flatMap((p) => Object.keys(p.counts)))];
    const rows = run.projections.map((p) => ({ ...p }));
    if (rows.length !== 1) {
      const counts = {};
      for (const name of names) counts[name] = rows.reduce((sum, p) => sum + (p.counts[name] || 0), 0);
      rows.push({ name: "all", source: "", target: "", synapses: run.synapses, counts, class: "sum" });
    }
    const alters = (name) => /drop|clamp|chang|trunc|clip/i.test(name);
    const number = (p, name) => {
      const value = p.counts[name];
      return element("span", { class: alters(name) && value > 0 ? "changed" : "" }, value === undefined ? "" : whole(value));
    };
    byId("network").append(
      table(
        [
          { head: "projection", cell: (p) => element("span", { title: p.name }, p.name) },
          { head: "from → to", text: (p) => (p.source || p.target ? p.source + " → " + p.target : ""), kind: "text" },
          { head: "synapses", text: (p) => whole(p.synapses) },
          ...names.map((name) => ({ head: name, cell: (p) => number(p, name) })),
        ],
        rows,
      ),
    );
  }

  const quoted = (word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : "'" + word.replaceAll("'", "'\\''") + "'");

  function makeOrigin() {
    const items = [
      ["command", element("code", {}, run.command.map(quoted).join(" "))],
      ["version", "Baya " + run.version],
      ["machine", run.cpu + ", " + run.cores + (run.cores === 1 ? " core" : " cores")],
      ["Java", run.java],
      ["threads, seed", run.threads + ", " + run.seed],
      ["step", figure(run.resolution_ms, 6) + " ms"],
      ["spike checksum", element("code", {}, run.spike_checksum)],
    ];
    byId("origin").append(element("dl", {}, ...items.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])));
  }

  function makeHead() {
    byId("version").textContent = run.version;
    byId("name").textContent = run.name;
    byId("headline").textContent =
      figure(run.duration_ms, 6) + " ms in steps of " + figure(run.resolution_ms, 4) + " ms on " + run.threads + (run.threads === 1 ? " thread" : " threads") + " · " + run.cpu;
    const tile = (label, [value, unit]) => element("div", { class: "tile" }, element("b", {}, value, unit ? element("small", {}, " " + unit) : null), element("span", {}, label));
    byId("tiles").append(
      tile("neurons", [whole(run.neurons), ""]),
      tile("synapses", count(run.synapses)),
      tile("spikes", run.spikes < 1e7 ? [whole(run.spikes), ""] : count(run.spikes)),
      tile("mean rate", [fixed(run.mean_rate_hz, 2), missing(run.mean_rate_hz) ? "" : "Hz"]),
      tile("set-up", seconds(run.setup_s)),
      tile("simulation", seconds(run.simulate_s)),
      tile("real-time factor", [figure(data.realTimeFactor), ""]),
      tile("peak memory", bytes(run.peak_memory_bytes)),
    );
    const { shown, total } = data.raster;
    byId("raster-note").textContent =
      (shown < total ? "A random sample of " + whole(shown) + " of " + whole(total) + " spikes (raster.png shows all)." : "All " + whole(total) + " recorded spikes.") +
      " Small populations are drawn taller than their share. Drag to zoom, Shift-drag to move, wheel after a click (Shift: neurons), double-click for everything.";
  }

  makeHead();
  makeRates();
  makeHistograms();
  makePopulations();
  makeStatistics();
  makeTiming();
  makeSpeed();
  makeNetwork();
  makeOrigin();
})();

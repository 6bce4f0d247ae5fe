// Draws the figures marked with data-chart. Without scripts the table below them says the same.
"use strict";

const watched = new Map();

function drawChart(figure) {
  const data = JSON.parse(figure.dataset.chart);
  const place = figure.querySelector(".canvas");
  const legend = figure.querySelectorAll(".legend b");
  const style = getComputedStyle(figure);
  const unit = figure.dataset.unit ? "\u202f" + figure.dataset.unit : "";
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const colour = (name) => {
    const item = figure.querySelector(".legend .k-" + name);
    return getComputedStyle(item, "::before").borderTopColor;
  };
  const say = (at) => legend.forEach((value, i) => {
    const known = data[i + 1][at];
    value.textContent = known === null || known === undefined ? "–" : number.format(known) + unit;
  });
  const last = data[0].length - 1;
  const severalDays = data[0][last] - data[0][0] > 2 * 86400;
  const ink = getComputedStyle(figure.querySelector(".legend")).color;
  const line = style.borderTopColor;
  const series = figure.dataset.series.split(" ").map((name, i) => ({
    label: figure.dataset.labels.split("|")[i],
    stroke: colour(name),
    width: 1.5,
    points: { show: data[i + 1].filter((value) => value !== null).length < 3 },
  }));
  place.replaceChildren();
  const plot = new uPlot({
    width: place.clientWidth,
    height: 150,
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { setScale: false } },
    scales: { y: { range: (_, low, high) => [0, uPlot.rangeNum(0, Math.max(1, high), 0.1, true)[1]] } },
    axes: [
      { stroke: ink, font: "11px system-ui", grid: { show: false }, ticks: { show: false }, size: 22,
        values: severalDays ? "{MM}-{DD}" : "{HH}:{mm}" },
      { stroke: ink, font: "11px system-ui", grid: { stroke: line, width: 1 }, ticks: { show: false }, size: 48,
        space: 40, values: (_, values) => values.map((value) => number.format(value)) },
    ],
    series: [{}, ...series],
    hooks: { setCursor: [(u) => say(u.cursor.idx ?? last)] },
  }, data, place);
  say(last);
  watched.get(figure)?.disconnect();
  const watch = new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: 150 }));
  watch.observe(place);
  watched.set(figure, watch);
}

function drawCharts() {
  document.querySelectorAll("figure[data-chart]").forEach(drawChart);
}

drawCharts();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawCharts);
document.addEventListener("htmx:afterSettle", drawCharts);

"use strict";
(() => {
  const all = document.querySelector("#all"), previous = document.querySelector("#previous"), next = document.querySelector("#next");
  const details = document.querySelector(".details"), steps = [...document.querySelectorAll("article.step")], scroll = document.querySelector(".scroll");
  if (steps.length === 0) {
    return;
  }

  const strip = document.createElement("div");
  strip.className = "strip";
  scroll.append(strip);
  document.querySelector(".tools").hidden = false;
  let chosen = 0;

  const head = step => scroll.querySelector(`th[data-step="${step}"]`);
  const place = () => {
    const of = head(chosen);
    strip.style.left = `${of.offsetLeft}px`;
    strip.style.width = `${of.offsetWidth}px`;
    strip.style.height = `${scroll.querySelector("table").offsetHeight}px`;
  };
  const choose = (step, follow) => {
    chosen = Math.min(Math.max(step, 1), steps.length);
    steps.forEach((article, index) => article.classList.toggle("selected", index === chosen - 1));
    scroll.querySelectorAll("th.selected").forEach(other => other.classList.remove("selected"));
    head(chosen).classList.add("selected");
    previous.disabled = chosen === 1;
    next.disabled = chosen === steps.length;
    place();
    if (follow) {
      const names = scroll.querySelector(".corner").offsetWidth, top = scroll.querySelector("thead").offsetHeight, of = head(chosen);
      if (of.offsetLeft < scroll.scrollLeft + names || of.offsetLeft + of.offsetWidth > scroll.scrollLeft + scroll.clientWidth) {
        scroll.scrollLeft = of.offsetLeft - (scroll.clientWidth + names) / 2;
      }

      const name = steps[chosen - 1].dataset.lane;
      const lane = name && [...scroll.querySelectorAll("tr[data-lane]")].find(row => row.dataset.lane === name);
      if (lane && (lane.offsetTop < scroll.scrollTop + top || lane.offsetTop + 120 > scroll.scrollTop + scroll.clientHeight)) {
        scroll.scrollTop = lane.offsetTop - (scroll.clientHeight + top) / 2;
      }
    }
  };
  const go = step => {
    choose(step, true);
    history.replaceState(null, "", `#at-${chosen}`); // No element has this name, so that nothing scrolls.
  };
  const named = () => /^#(?:step|at)-([0-9]+)$/.exec(location.hash);

  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#step-']");
    if (link) {
      event.preventDefault();
      go(Number(link.getAttribute("href").slice(6)));
      if (!scroll.contains(link)) {
        (link.closest("article") ? steps[chosen - 1] : scroll).scrollIntoView({ block: "nearest" });
      }

      return;
    }

    const cell = event.target.closest(".scroll td");
    if (cell) {
      const column = [...scroll.querySelectorAll("th[data-step]")].find(of => event.clientX < of.getBoundingClientRect().right);
      if (column) {
        go(Number(column.dataset.step));
      }
    }
  });
  document.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }

    const to = { ArrowLeft: chosen - 1, ArrowRight: chosen + 1, Home: 1, End: steps.length }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      go(to);
    }
  });
  previous.addEventListener("click", () => go(chosen - 1));
  next.addEventListener("click", () => go(chosen + 1));
  all.addEventListener("click", () => {
    const shows = details.classList.toggle("choosing");
    all.setAttribute("aria-pressed", String(!shows));
  });
  addEventListener("hashchange", () => named() && choose(Number(named()[1]), true));
  addEventListener("resize", place);

  details.classList.add("choosing");
  choose(Number(named()?.[1] ?? document.body.dataset.current ?? 1), true);

  const run = document.querySelector(".run");
  if (run?.dataset.refresh) {
    const stale = run.querySelector(".stale"), late = 120000, kept = `scroll ${location.pathname}`;
    const keep = () => {
      try {
        sessionStorage.setItem(kept, JSON.stringify([scrollX, scrollY, scroll.scrollLeft, scroll.scrollTop]));
      } catch { /* The page then begins at its top. */ }
    };
    try {
      const [x, y, left, top] = JSON.parse(sessionStorage.getItem(kept) ?? "null");
      scrollTo(x, y);
      scroll.scrollLeft = left;
      scroll.scrollTop = top;
    } catch { /* There is nothing to go back to. */ }

    const age = () => {
      const minutes = (Date.now() - Number(run.dataset.written)) / 60000;
      stale.hidden = minutes * 60000 < late;
      stale.textContent = `This page was not written anew for ${Math.floor(minutes)} minutes. The program may have ended: ask 'status'.`;
    };
    age();
    setInterval(() => {
      if (getSelection()?.isCollapsed ?? true) {
        keep();
        location.reload();
      }
    }, Number(run.dataset.refresh) * 1000);
  }
})();

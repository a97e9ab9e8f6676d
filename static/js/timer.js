// A practice timer: counts the suggested minutes down and calmly goes on past them. It makes no sound, nothing moves but
// the figures, and a screen reader hears of it once, when the time is up.

const SECOND = 1000;

function clockText(left) {
  const seconds = Math.abs(left);
  const figures = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return left < 0 ? `+${figures}` : figures;
}

function setUp(timer) {
  const [clock, button, reset, over] = ["[role=timer]", "[data-pause]", "[data-reset]", "[data-over]"].map((part) =>
    timer.querySelector(part),
  );
  const allowed = Number(timer.dataset.timer) * 60;
  const start = button.textContent;
  let before = 0; // milliseconds of the times it ran, up to the last pause
  let since = null; // when it was started last; null while it stands
  let next;

  // By the clock on the wall, so that it stays right when the phone goes to sleep between two ticks.
  const elapsed = () => before + (since === null ? 0 : Math.max(0, Date.now() - since));

  function show() {
    const left = allowed - Math.floor(elapsed() / SECOND);
    clock.textContent = clockText(left);
    timer.classList.toggle("late", left < 0);
    const message = left > 0 ? "" : over.dataset.over;
    if (over.textContent !== message) {
      over.textContent = message;
    }
  }

  function tick() {
    show();
    next = setTimeout(tick, SECOND - (elapsed() % SECOND));
  }

  function halt() {
    clearTimeout(next);
    before = elapsed();
    since = null;
  }

  button.addEventListener("click", () => {
    if (since === null) {
      since = Date.now();
      button.textContent = button.dataset.pause;
      tick();
    } else {
      halt();
      button.textContent = button.dataset.goOn;
      show();
    }
  });

  reset.addEventListener("click", () => {
    halt();
    before = 0;
    button.textContent = start;
    show();
  });

  timer.hidden = false;
}

document.querySelectorAll("[data-timer]").forEach(setUp);

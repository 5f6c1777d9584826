// Uses the console in a real Chromium, page by page and action by action; takes pictures where asked.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [uri, token, pictures] = process.argv.slice(2);
const profile = mkdtempSync(join(process.cwd(), "profile-"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium",
  headless: true,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  viewport: { width: 1280, height: 860 },
  deviceScaleFactor: 1,
});
const page = context.pages()[0] ?? (await context.newPage());
page.setDefaultTimeout(60000);
const wrong = [];
page.on("console", (message) => message.type() === "error" && !message.text().includes("401") && wrong.push(message.text()));
page.on("pageerror", (error) => wrong.push(String(error)));
const results = {};

async function picture(name) {
  if (!pictures) return;
  await page.evaluate(() => document.querySelector(".notices")?.replaceChildren());
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(pictures, name + ".png") });
}

function check(condition, message) {
  if (!condition) throw new Error(message);
}

async function step(name, run) {
  try {
    await run();
    results[name] = "ok";
  } catch (error) {
    results[name] = String(error.message ?? error) + " | " + (await page.locator("body").innerText()).slice(0, 600);
  }
}

await step("wrongTokenIsRefusedAndTheRightOneSignsIn", async () => {
  await page.goto(uri);
  await page.fill("#token", "not-a-token-that-is-known");
  await page.click("text=Sign in");
  await page.waitForSelector("text=This token is not known");
  await page.fill("#token", token);
  await page.click("text=Sign in");
  await page.waitForSelector("h1:has-text('Overview')");
});

await step("overviewShowsServicesWithTheirFigures", async () => {
  await page.waitForSelector("td a:has-text('Library')");
  await page.waitForFunction(() => document.querySelector("tbody .figure")?.textContent !== "–");
  await page.waitForSelector(".pill.good:has-text('Healthy')");
  await picture("overview");
});

await step("serviceShowsItsContractAndFigures", async () => {
  await page.click("td a:has-text('Library')");
  await page.waitForSelector(".signature:has-text('find(number: integer)')");
  await page.click("summary:has-text('find(')");
  await page.waitForSelector("text=Finds a book by its number.");
  await page.waitForSelector("text=May fail with");
});

await step("callIsTriedByAForm", async () => {
  const letter = page.locator("details", { hasText: "find(" }).first();
  await letter.getByLabel("number").fill("1");
  await letter.getByRole("button", { name: "Call" }).click();
  await letter.locator(".result .code").waitFor();
  const said = await letter.locator(".result").innerText();
  check(said.includes('The <Art> of \\"Queues\\"'), "result: " + said);
  await picture("service");
});

await step("unfitValueIsToldBeforeItIsSent", async () => {
  const letter = page.locator("details", { hasText: "find(" }).first();
  await letter.getByLabel("number").fill("one");
  await letter.getByRole("button", { name: "Call" }).click();
  await letter.locator("text=number is a whole number").waitFor();
});

await step("nestedKindsAreFilledIn", async () => {
  await page.click("summary:has-text('arrange(')");
  const letter = page.locator("details", { hasText: "arrange(" }).first();
  await letter.locator("label.check", { hasText: "part" }).first().click().catch(() => {});
  await letter.locator("select").first().selectOption("Row");
  await letter.getByRole("button", { name: "Add" }).first().click();
  await letter.getByRole("button", { name: "Call" }).click();
  await letter.locator(".result").waitFor();
});

await step("pausedServiceShowsWhatWaitsUntilItIsResumed", async () => {
  await page.click(".queue >> text=Pause >> nth=0");
  await page.click("dialog [data-yes]");
  await page.waitForSelector(".head .pill.paused");
  const waiting = page.locator(".queue summary", { hasText: "Library.find" });
  for (let tries = 0; tries < 50 && (await waiting.count()) === 0; tries++) {
    await page.click("text=Peek");
    await page.waitForTimeout(100);
  }
  await waiting.first().click();
  check((await page.locator(".queue .code").first().innerText()).includes('"params"'), "the request is not shown");
  await page.click("text=Resume");
  await page.waitForSelector(".head .pill.good");
});

await step("queueIsPeekedInto", async () => {
  const nothing = page.locator("text=Nothing waits.");
  for (let tries = 0; tries < 50 && (await nothing.count()) === 0; tries++) {
    await page.click("text=Peek"); // a call may just wait
    await page.waitForTimeout(100);
  }
  await page.waitForSelector("text=Nothing waits.");
});

await step("deadLetterIsInspected", async () => {
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await page.click(".line-link:has-text('Library')");
  await page.click("summary:has-text('Library.note') >> nth=0");
  await page.waitForSelector("dd:has-text('node-9:abc')");
  check((await page.locator("script:has-text('alert')").count()) === 0, "markup of a message became markup");
  check((await page.locator(".code").first().innerText()).includes("<img src=x"), "the request is not shown as it is");
  await picture("dead-letters");
});

await step("deadLetterIsReplayedOnce", async () => {
  await page.click(".letter-body >> text=Replay >> nth=0");
  await page.waitForSelector("dialog >> text=may have run already");
  await page.click("dialog [data-yes]");
  await page.waitForSelector("text=It is back in its queue.");
  await page.waitForSelector(".head >> text=1 dead letter");
});

await step("deadLetterIsDropped", async () => {
  await page.click("summary:has-text('Library.note') >> nth=0");
  await page.click(".letter-body >> text=Drop >> nth=0");
  await page.click("dialog [data-yes]");
  await page.waitForSelector("text=It is dropped.");
  await page.waitForSelector("text=No request was given up on.");
});

await step("allDeadLettersOfAServiceThatNobodyServesAreReplayedAndDropped", async () => {
  await page.evaluate(() => (location.hash = "#/dead"));
  await page.getByLabel("Service that nobody serves").fill("Gone");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".head >> text=3 dead letters");
  await page.click("text=Replay all");
  await page.waitForSelector("dialog >> text=Those stay that may have run");
  await page.click("dialog [data-yes]");
  await page.waitForSelector("text=Back in the queue: 2 of 3. Left there: 1");
  await page.waitForSelector(".head >> text=1 dead letter");
  await page.click("text=Drop all");
  await page.click("dialog [data-yes]");
  await page.waitForSelector("text=Dropped: 1.");
  await page.waitForSelector("text=No request was given up on.");
});

await step("largeDeadLettersAreAllSeenPageByPage", async () => {
  await page.evaluate(() => (location.hash = "#/dead/Large"));
  await page.waitForSelector(".head >> text=6 dead letters");
  await page.click("summary >> nth=0");
  await page.waitForSelector(".code");
  let seen = await page.locator("summary").count();
  check(seen < 6, "all of them are on one page");
  await page.click("text=Older");
  await page.waitForSelector("button:has-text('Older'):disabled");
  seen += await page.locator("summary").count();
  check(seen === 6, seen + " of 6 are seen");
  await page.click("text=Newer");
  await page.waitForSelector("button:has-text('Newer'):disabled");
});

await step("openRowIsActedOnByKeys", async () => {
  await page.evaluate(() => (location.hash = "#/dead/Keyed"));
  await page.waitForSelector(".head >> text=1 dead letter");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".letter-body >> text=Drop");
  await page.keyboard.press("x");
  await page.click("dialog [data-yes]");
  await page.waitForSelector("text=No request was given up on.");
});

/** From now on, the longest time that the page did nothing else is known. */
const watchStalls = () =>
  page.evaluate(() => {
    window.worst = 0;
    let last = performance.now();
    window.stalls = setInterval(() => {
      const now = performance.now();
      window.worst = Math.max(window.worst, now - last);
      last = now;
    }, 10);
  });

await step("hundredThousandRequestsAndDeadLettersAreShownWithoutAStall", async () => {
  await page.evaluate(() => (location.hash = "#/"));
  await page.waitForSelector("tr:has-text('Crowd') >> text=100,000 >> nth=1");
  await page.waitForSelector("tr:has-text('Crowd') >> text=2 shards");
  await watchStalls();
  await page.click("td a:has-text('Crowd')");
  await page.waitForSelector(".queue-figures >> text=100,000");
  await page.click("text=Peek");
  await page.waitForSelector(".queue summary >> nth=19");
  await page.evaluate(() => (location.hash = "#/dead/Crowd"));
  await page.waitForSelector(".head >> text=100,000 dead letters");
  for (let turn = 0; turn < 5; turn++) {
    const first = await page.locator("summary time").count();
    check(first === 50, first + " letters are on a page");
    await page.click("text=Older");
    await page.waitForSelector("button:has-text('Newer'):enabled");
  }
});

await step("deadLettersAreFiltered", async () => {
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("/");
  await page.keyboard.type("crowd.TWO");
  await page.waitForSelector(".head >> text=filtered");
  await page.waitForSelector("summary:has-text('Crowd.one')", { state: "detached" });
  check((await page.locator("summary:has-text('Crowd.two')").count()) === 50, "the filter lets too few through");
  await page.getByLabel("Reason").fill("is a rare one");
  await page.waitForFunction(() => document.querySelectorAll("summary").length === 1);
  await page.getByLabel("When").selectOption({ label: "Within an hour" });
  await page.waitForSelector("text=None of those that were looked at. Older ones may be.");
  await page.getByLabel("When").selectOption({ label: "At any time" });
  await page.getByLabel("Reason").fill("");
  await page.waitForFunction(() => document.querySelectorAll("summary").length === 50);
});

/** Stops a run from within the page: by the time that a click from here gets there, it may be over. */
const stopAtTheFirstProgress = (byHand) =>
  page.evaluate((byHand) => {
    const look = () => {
      const progress = document.querySelector(".bulk progress");
      const stop = [...document.querySelectorAll(".bulk button")].find((each) => each.textContent === "Stop");
      if (progress?.value > 0 && stop && !stop.hidden) {
        window.underWay = document.querySelector(".bulk .strong").textContent;
        stop.click();
      } else requestAnimationFrame(look);
    };
    if (!byHand) look();
  }, byHand);

await step("allThatAFilterLetsThroughAreDroppedWithProgressUntilThatIsStopped", async () => {
  await page.click("text=Drop these");
  await page.waitForSelector("dialog >> text=all that the filter lets through");
  await stopAtTheFirstProgress(Boolean(pictures));
  await page.click("dialog [data-yes]");
  if (pictures) {
    await page.waitForFunction(() => document.querySelector(".bulk progress").value > 0);
    await picture("bulk");
    await page.click(".bulk >> text=Stop");
  }
  await page.waitForSelector(".bulk >> text=/Stopped\. Dropped: [1-9]/");
  const dropped = Number((await page.locator(".bulk").innerText()).match(/Dropped: (\d+)/)[1]);
  check(pictures || (await page.evaluate(() => window.underWay)) === "Dropping", "no progress was shown");
  check(dropped < 100000, "it went on to its end");
  const left = new Intl.NumberFormat("en").format(100000 - dropped);
  await page.waitForSelector(`.head >> text=${left} dead letters`);
  const worst = await page.evaluate(() => (clearInterval(window.stalls), window.worst));
  check(worst < 15000, "the page stalled for " + worst + " ms");
});

await step("nodesAreShownWithWhatTheyServe", async () => {
  await page.evaluate(() => (location.hash = "#/nodes"));
  await page.waitForSelector("a.chip:has-text('Library')");
  await picture("nodes");
});

await step("durableCallsHaveAPage", async () => {
  await page.evaluate(() => (location.hash = "#/calls"));
  await page.waitForSelector("h1:has-text('Durable calls')");
  await page.click("summary:has-text('by-hand')");
  await page.waitForSelector("dd:has-text('by-hand')");
  await picture("calls");
});

await step("durableCallIsCancelled", async () => {
  await page.click("main .letter-body >> text=Cancel");
  await page.click("dialog [data-yes]");
  await page.waitForSelector("text=It is cancelled.");
});

await step("coloursChangeByKey", async () => {
  await page.evaluate(() => (location.hash = "#/"));
  await page.waitForSelector("td a:has-text('Library')");
  const before = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.keyboard.press("t");
  const after = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  check(before !== after, "the colours stay " + before);
  await picture("overview-dark");
});

await step("nothingIsWiderThanAPhone", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const hash of ["#/", "#/services/Library", "#/dead", "#/dead/Crowd", "#/nodes", "#/calls"]) {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.waitForSelector("main h1");
    await page.waitForTimeout(150);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    check(wide <= 390, hash + " is " + wide + " pixels wide");
    await picture("phone" + hash.replace(/[^a-zA-Z]+/g, "-").replace(/-$/, ""));
  }
});

await step("hostileTextStaysInItsPlaceAndIsSeen", async () => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await page.evaluate(() => (location.hash = "#/dead/Hostile"));
    const line = page.locator("summary", { hasText: "\\u202egnp.exe" });
    await line.waitFor();
    const right = () => line.evaluate((shown) => Math.max(...[...shown.children].map((each) => each.getBoundingClientRect().right)));
    check((await right()) <= width, "closed, it goes to " + (await right()) + " of " + width);
    await line.click();
    check((await page.locator(".letter[open] .code").innerText()).includes("\\u202egnp.exe"), "it is not escaped in the request");
    check((await right()) <= width, "open, it goes to " + (await right()) + " of " + width);
    await line.click();
  }
});

await step("placeThatIsNoneIsAPage", async () => {
  await page.evaluate(() => (location.hash = "#/services/%"));
  await page.waitForSelector("h1:text-is('%')");
});

await step("hiddenPagesLeaveConnectionsToOthers", async () => {
  const pages = [];
  const turn = (each, hidden) =>
    each.evaluate((now) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => now });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  for (let number = 0; number < 8; number++) {
    const each = await context.newPage();
    pages.push(each);
    await each.goto(uri);
    await each.waitForSelector(".live:has-text('Live')");
    await turn(each, true);
  }
  const anew = pages[0].waitForResponse((response) => response.url().endsWith("console/api/events"));
  await turn(pages[0], false);
  await anew;
  const seen = await pages[1].evaluate(async () => {
    const { arrived, state } = await import(new URL("console/state.js", document.baseURI));
    const { at } = state.snapshot;
    arrived({ ...state.snapshot, at: at + 60_000, nodes: [] });
    return { between: state.changes[0].since === at, curve: state.snapshot.services[0].history.length };
  });
  check(seen.between && seen.curve === 0, "after a minute unseen: " + JSON.stringify(seen));
  await Promise.all(pages.map((each) => each.close()));
});

await step("signingOutEndsTheSession", async () => {
  await page.click("[aria-label='Sign out']");
  await page.waitForSelector("#token");
});

await step("policyIsKeptAndNothingFails", async () => check(wrong.length === 0, wrong.join("; ")));

console.log(JSON.stringify(results));
await context.close();
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });

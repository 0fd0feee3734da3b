//! Chromium without a window, with folders of its own, and what a test may ask of a page in it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::wd::{TimeoutConfiguration, WindowHandle};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use crate::terminal::LONG;

/// The windows that every page must fit.
pub(crate) const WINDOWS: [(u32, u32); 3] = [(320, 480), (1024, 768), (3840, 2160)];

/// A browser, ended with the test.
pub(crate) struct Chromium {
    runtime: Runtime,
    client: Client,
    session: String,
    driver: Child,
    _folders: TempDir,
}

impl Chromium {
    /// Starts one. There is no test without it: where it is missing, the test has failed.
    pub(crate) fn start() -> Self {
        let folders = tempfile::tempdir().unwrap();
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .env("HOME", folders.path())
            .env("TMPDIR", folders.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver must be installed: `apt-get install chromium chromium-driver`");
        let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = lines.find_map(|line| {
            let line = line.ok()?;
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        let address = format!("http://127.0.0.1:{}", port.expect("the port of chromedriver"));
        // Whatever else it says must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));

        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let wishes = json!({
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1024,768",
            ]},
        });
        let Value::Object(wishes) = wishes else {
            unreachable!()
        };
        let client = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            let client = builder.capabilities(wishes).connect(&address).await;
            let client =
                client.expect("chromium must be installed: `apt-get install chromium chromium-driver`");
            let limits = TimeoutConfiguration::new(Some(LONG), Some(LONG), Some(Duration::ZERO));
            client.update_timeouts(limits).await.unwrap();
            client
        });
        let id = runtime.block_on(client.session_id()).unwrap().unwrap();
        Self {
            runtime,
            client,
            session: format!("{address}/session/{id}"),
            driver,
            _folders: folders,
        }
    }

    /// Opens an address.
    pub(crate) fn open(&self, address: &str) {
        self.runtime.block_on(self.client.goto(address)).unwrap();
    }

    /// Asks the page: what an expression of JavaScript gives there.
    #[track_caller]
    pub(crate) fn ask(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        match self.runtime.block_on(self.client.execute(&script, Vec::new())) {
            Ok(value) => value,
            Err(error) => panic!("{expression}: {error}"),
        }
    }

    /// Waits until something holds on the page, and is woken by its changes.
    #[track_caller]
    pub(crate) fn until(&self, what: &str, expression: &str) {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const holds = () => Boolean({expression});
             if (holds()) {{ done(true); return; }}
             const watch = new MutationObserver(() => {{ if (holds()) {{ watch.disconnect(); done(true); }} }});
             watch.observe(document, {{ subtree: true, childList: true, characterData: true, attributes: true }});
             // A transition changes what is seen and nothing of the document.
             const frame = () => {{ if (holds()) {{ watch.disconnect(); done(true); }} else requestAnimationFrame(frame); }};
             requestAnimationFrame(frame);"
        );
        if let Err(error) = self
            .runtime
            .block_on(self.client.execute_async(&script, Vec::new()))
        {
            let shown = self.ask("document.body.innerText");
            panic!("never was {what}: {error}\n{shown}");
        }
    }

    /// Presses keys on the page.
    pub(crate) fn press(&self, keys: &str) {
        self.runtime.block_on(async {
            let body = self.client.find(Locator::Css("body")).await.unwrap();
            body.send_keys(keys).await.unwrap();
        });
    }

    /// Clicks somewhere on the page.
    pub(crate) fn click(&self) {
        self.runtime.block_on(async {
            let body = self.client.find(Locator::Css("body")).await.unwrap();
            body.click().await.unwrap();
        });
    }

    /// Gives the page a window of so many pixels; the browser's own cannot be as small.
    pub(crate) fn resize(&self, (width, height): (u32, u32)) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &size);
        self.until(
            "the window",
            &format!("innerWidth === {width} && innerHeight === {height}"),
        );
        self.next_frame();
    }

    /// Waits until the page has been drawn anew.
    pub(crate) fn next_frame(&self) {
        let script =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(0)));";
        self.runtime
            .block_on(self.client.execute_async(script, Vec::new()))
            .unwrap();
    }

    /// Covers the page by another one in the same window, which the browser then does not draw; gives what uncovers it.
    pub(crate) fn cover(&self) -> WindowHandle {
        self.runtime.block_on(async {
            let shown = self.client.window().await.unwrap();
            let other = self.client.new_window(true).await.unwrap();
            self.client.switch_to_window(other.handle).await.unwrap();
            shown
        })
    }

    /// Closes the page that covers another one.
    pub(crate) fn uncover(&self, shown: WindowHandle) {
        self.runtime.block_on(async {
            self.client.close_window().await.unwrap();
            self.client.switch_to_window(shown).await.unwrap();
        });
    }

    /// What only Chromium can do.
    pub(crate) fn devtools(&self, command: &str, parameters: &Value) {
        self.post(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        );
    }

    /// What the page, or the browser about it, has printed since the last time.
    pub(crate) fn printed(&self) -> Vec<String> {
        let log = self.post("se/log", &json!({ "type": "browser" }));
        let entries = log["value"].as_array().unwrap().iter();
        entries
            .map(|entry| entry["message"].as_str().unwrap().to_owned())
            .collect()
    }

    fn post(&self, command: &str, body: &Value) -> Value {
        let address = format!("{}/{command}", self.session);
        let request = ureq::post(&address).header("Content-Type", "application/json");
        let mut answer = request.send(body.to_string()).unwrap();
        serde_json::from_str(&answer.body_mut().read_to_string().unwrap()).unwrap()
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Ends the browser; the driver alone would leave it behind.
        let _ = self.runtime.block_on(self.client.clone().close());
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// What stands on the page of the hall or of the reader.
impl Chromium {
    /// The lines in the middle.
    pub(crate) fn lines(&self) -> Vec<String> {
        let lines = self.ask(&format!("{LINES}.map((line) => line.textContent)"));
        serde_json::from_value(lines).unwrap()
    }

    /// That the page has another text than now, as an expression.
    pub(crate) fn other_than_now(&self) -> String {
        let live = "document.getElementById('live').textContent";
        format!("{live} !== {}", self.ask(live))
    }

    /// Waits until the lines in the middle are a text, word by word.
    #[track_caller]
    pub(crate) fn until_reads(&self, text: &str) {
        let reads = format!(
            "{LINES}.map((line) => line.textContent).join(' ') === {}",
            json!(text)
        );
        self.until(&format!("{text:?} in the middle"), &format!("{LIT} && {reads}"));
    }

    /// Holds that everything that is shown stands whole in the window, that nothing stands on something else, and that
    /// words that are read have four lines at most.
    #[track_caller]
    pub(crate) fn fits(&self, window: (u32, u32)) {
        self.resize(window);
        let faults = self.ask(FAULTS);
        assert_eq!(faults, json!([]), "{window:?}: {:?}", self.lines());
    }
}

/// The lines in the middle, in the page's own words.
const LINES: &str = "[...document.querySelectorAll('#block:not([hidden]) > div')]";

/// Whether the screen is not dark.
const LIT: &str = "!document.body.classList.contains('dark')";

/// Everything that is wrong with where things stand.
const FAULTS: &str = "(() => {
  const faults = [];
  const shown = [...document.querySelectorAll('#stage *, #mark, #mark *, #told')].filter((one) => one.checkVisibility());
  for (const one of shown) {
    const range = document.createRange();
    range.selectNodeContents(one);
    for (const box of [one.getBoundingClientRect(), range.getBoundingClientRect()]) {
      if (box.width === 0) continue;
      if (box.left < -0.5 || box.top < -0.5 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5) {
        faults.push(`${one.id || one.textContent} is at ${[box.left, box.top, box.right, box.bottom]}`);
      }
    }
  }
  const box = (id) => { const one = document.getElementById(id); return one.hidden ? null : one.getBoundingClientRect(); };
  const rows = ['heading', 'head', 'turn', 'block', 'after', 'foot'].map(box).filter((one) => one);
  rows.forEach((one, at) => {
    if (at > 0 && one.top < rows[at - 1].bottom - 1) faults.push(`row ${at} stands on the one above`);
  });
  const page = document.documentElement;
  if (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight) faults.push('it can be scrolled');
  const block = document.getElementById('block');
  const type = parseFloat(getComputedStyle(block).fontSize);
  // A long text that one person reads alone stands in more lines, where it would be too small in four.
  const isLong = block.classList.contains('long') && type <= innerHeight * 0.05 + 0.1;
  if (!block.hidden && block.className !== 'centred' && !isLong && block.children.length > 4) faults.push('more than four lines');
  if (document.querySelectorAll('#block > div').length === 0) faults.push('nothing is shown');
  return faults;
})()";

"""A browser without a window, spoken to over a pipe (Chrome DevTools Protocol), for the tests of pages."""

import json
import os
import shutil
import subprocess
import time
from contextlib import contextmanager, suppress

PROGRAMS = ["chromium", "chromium-browser", "google-chrome"]
SECONDS = 20


def program():
    """The browser of this machine, or none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Browser:
    """One page of a browser, and all that went wrong on it."""

    def __init__(self, reading, writing):
        self._reading, self._writing = reading, writing
        self._rest, self._number, self._session = b"", 0, None
        self.faults = []
        target = self.tell("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Runtime", "Log", "Page", "Network"):
            self.tell(f"{domain}.enable")

    def tell(self, method, **values):
        """What the browser answers; faults that it tells of before are kept."""
        self._number += 1
        order = {"id": self._number, "method": method, "params": values}
        if self._session:
            order["sessionId"] = self._session
        os.write(self._writing, json.dumps(order).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            self._note(answer)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["result"]

    def _next(self):
        """The next thing that the browser says."""
        while b"\0" not in self._rest:
            piece = os.read(self._reading, 1 << 16)
            if not piece:
                raise RuntimeError("the browser is gone")
            self._rest += piece
        said, _, self._rest = self._rest.partition(b"\0")
        return json.loads(said)

    def _note(self, event):
        """Keep what is a fault."""
        match event.get("method"), event.get("params", {}):
            case "Runtime.exceptionThrown", found:
                self.faults.append(found["exceptionDetails"])
            case "Runtime.consoleAPICalled", {"type": "error" | "warning", "args": found}:
                self.faults.append(found)
            case "Log.entryAdded", {"entry": {"level": "error" | "warning"} as found}:
                self.faults.append(found)
            case "Network.requestWillBeSent", {"request": {"url": url}}:
                if not url.startswith(("file:", "data:")):
                    self.faults.append(url)

    def ask(self, script):
        """The value of an expression on the page."""
        found = self.tell("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise RuntimeError(found["exceptionDetails"])
        return found["result"].get("value")

    def wait(self, script):
        """Wait until an expression holds."""
        last = time.monotonic() + SECONDS
        while time.monotonic() < last:
            # between two pages there is none to ask
            with suppress(RuntimeError):
                if value := self.ask(script):
                    return value
            time.sleep(0.02)
        raise AssertionError(f"{script} never held")

    def open(self, address):
        """Open a page."""
        self.tell("Page.navigate", url="about:blank")
        self.tell("Page.navigate", url=address)
        self.wait(f"document.readyState === 'complete' && location.href === {json.dumps(address)}")

    def click(self, selector):
        """Click what a selector finds first."""
        self.ask(f"document.querySelector({json.dumps(selector)}).click()")

    def type(self, selector, text):
        """Put text into a field, as a person who types it."""
        self.ask(f"document.querySelector({json.dumps(selector)}).focus()")
        self.tell("Input.insertText", text=text)


@contextmanager
def browser(profile):
    """A browser with an empty profile in a folder."""
    ours, theirs = os.pipe(), os.pipe()
    order = [
        program(), "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
        "--disable-background-networking", "--disable-component-update",
        f"--user-data-dir={profile}", "about:blank",
    ]  # fmt: skip

    def pipes():
        # the numbers that the browser expects: it reads from 3 and writes to 4
        reading, writing = os.dup(ours[0]), os.dup(theirs[1])
        os.dup2(reading, 3)
        os.dup2(writing, 4)

    running = subprocess.Popen(  # noqa: S603  # a browser of this machine
        order,
        close_fds=False,
        preexec_fn=pipes,  # noqa: PLW1509  # it only renames two pipes
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(ours[0])
    os.close(theirs[1])
    try:
        yield Browser(theirs[0], ours[1])
    finally:
        running.kill()
        running.wait()
        os.close(ours[1])
        os.close(theirs[0])

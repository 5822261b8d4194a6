"""The prober of a drill: asks its questions at a steady rate and writes down each answer.

It runs on the trusted host, which no learner can enter, and goes on whatever becomes of the server
that started it. Its clock is the kernel's and never set: a moment is milliseconds since it began.
It sends on time even while earlier questions wait, and what it could not see because it was itself
held up (a machine without time to spare, a frozen sandbox) it leaves out instead of guessing.

  prober.py run    take up the work, in the background; a second one finds the first and ends
  prober.py look   look for every write that was acknowledged, and say which are there

LAB_PLAN names the folder and the probes. Knows nothing of strikes.
"""
import asyncio, contextlib, fcntl, json, os, signal, socket, ssl, struct, sys, time
from urllib.parse import unquote, urlsplit

with contextlib.suppress(OSError):
    os.close(9)  # the script itself: nothing that is started here may read it

PLAN = json.loads(os.environ.pop("LAB_PLAN"))
FOLDER = PLAN["folder"]
MOST_BYTES = 48 * 1024 * 1024
MOST_READ = 64 * 1024
MOST_WRITES = 20_000
BEAT, HELD_UP = 0.05, 0.35
LATE = 0.4  # of an interval: who is later than this has missed the turn


def clock():
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class Bad(Exception):
    """The answer is not a good one; the text says why in a few words."""


class Missing(Exception):
    """What was looked for is certainly not there."""


def fill(text, nonce):
    return text.replace("{{NONCE}}", nonce)


# ---- questions: each returns when the answer is good, and raises when it is not ----


async def http(probe, nonce, find=False):
    url = urlsplit(fill(probe["find"] if find else probe["url"], nonce))
    method = "GET" if find else probe["method"]
    body = "" if find else fill(probe["body"] or "", nonce)
    secure = url.scheme == "https"
    reader, writer = await asyncio.open_connection(
        url.hostname, url.port or (443 if secure else 80), ssl=ssl.create_default_context() if secure else None
    )
    try:
        path = (url.path or "/") + ("?" + url.query if url.query else "")
        headers = {"Host": url.netloc.rpartition("@")[2], "User-Agent": "probe", "Accept": "*/*"}
        headers.update({name: fill(value, nonce) for name, value in probe["headers"].items()})
        headers["Connection"] = "close"
        if body or method in ("POST", "PUT"):
            headers["Content-Length"] = str(len(body.encode()))
        lines = [f"{method} {path} HTTP/1.1"] + [f"{name}: {value}" for name, value in headers.items()]
        writer.write(("\r\n".join(lines) + "\r\n\r\n" + body).encode())
        await writer.drain()
        status, text = await http_answer(reader, method)
    finally:
        writer.close()
    if find:
        if status in (404, 410) or (status == 200 and nonce not in text):
            raise Missing()
        if status != 200:
            raise Bad(f"status {status}")
        return
    if status not in probe["status"]:
        raise Bad(f"status {status}")
    holds(probe, text, nonce)


async def http_answer(reader, method):
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *rest = head.split("\r\n")
    if not first.startswith("HTTP/1.") or not first[9:12].isdigit():
        raise Bad("not HTTP")
    length = next((int(h.split(":")[1]) for h in rest if h.lower().startswith("content-length:")), None)
    body = b""
    most = MOST_READ if length is None else min(length, MOST_READ)
    while method != "HEAD" and len(body) < most:
        piece = await reader.read(most - len(body))
        if not piece:
            break
        body += piece
    if length is not None and method != "HEAD" and len(body) < most:
        raise Bad("cut off")
    return int(first[9:12]), body.decode("utf-8", "replace")


def holds(probe, text, nonce):
    if probe["contains"] is not None and fill(probe["contains"], nonce) not in text:
        raise Bad("not the answer")


async def tcp(probe, nonce):
    host, _, port = probe["address"].rpartition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        if probe["send"] is not None:
            writer.write(fill(probe["send"], nonce).encode())
            await writer.drain()
        wanted = probe["contains"] and fill(probe["contains"], nonce)
        text = ""
        while wanted and wanted not in text:
            piece = await reader.read(4096)
            if not piece or len(text) > MOST_READ:
                raise Bad("not the answer")
            text += piece.decode("utf-8", "replace")
    finally:
        writer.close()


RECORDS = {"A": 1, "NS": 2, "CNAME": 5, "SOA": 6, "PTR": 12, "TXT": 16, "AAAA": 28}


class Datagram(asyncio.DatagramProtocol):
    def __init__(self):
        self.answer = asyncio.get_running_loop().create_future()

    def datagram_received(self, data, address):
        if not self.answer.done():
            self.answer.set_result(data)

    def error_received(self, error):
        if not self.answer.done():
            self.answer.set_exception(error)


async def dns(probe, nonce):
    name = fill(probe["name"], nonce).rstrip(".")
    number = os.urandom(2)
    labels = b"".join(bytes([len(part)]) + part for part in (label.encode() for label in name.split(".")))
    question = number + struct.pack(">5H", 0x0100, 1, 0, 0, 0) + labels + b"\0"
    question += struct.pack(">2H", RECORDS[probe["record"]], 1)
    host, _, port = probe["server"].partition(":")
    loop = asyncio.get_running_loop()
    transport, datagram = await loop.create_datagram_endpoint(Datagram, remote_addr=(host, int(port or 53)))
    try:
        transport.sendto(question)
        data = await datagram.answer
    finally:
        transport.close()
    if data[:2] != number:
        raise Bad("not the answer")
    code, answers = data[3] & 15, struct.unpack(">H", data[6:8])[0]
    if code:
        raise Bad({2: "SERVFAIL", 3: "NXDOMAIN", 5: "REFUSED"}.get(code, f"rcode {code}"))
    records = dns_records(data, answers)
    if not records:
        raise Bad("no record")
    holds(probe, "\n".join(records), nonce)


def dns_name(data, at):
    labels, end, jumps = [], None, 0
    while data[at]:
        if data[at] & 0xC0:
            end = at + 2 if end is None else end
            at, jumps = struct.unpack(">H", data[at : at + 2])[0] & 0x3FFF, jumps + 1
            if jumps > 20:
                raise Bad("not DNS")
        else:
            labels.append(data[at + 1 : at + 1 + data[at]].decode("latin-1"))
            at += 1 + data[at]
    return ".".join(labels), (at + 1 if end is None else end)


def dns_records(data, count):
    _, at = dns_name(data, 12)
    at, found = at + 4, []
    for _ in range(min(count, 50)):
        _, at = dns_name(data, at)
        kind, _, _, length = struct.unpack(">HHIH", data[at : at + 10])
        at += 10
        value = data[at : at + length]
        if kind == 1:
            found.append(socket.inet_ntop(socket.AF_INET, value))
        elif kind == 28:
            found.append(socket.inet_ntop(socket.AF_INET6, value))
        elif kind in (2, 5, 12):
            found.append(dns_name(data, at)[0])
        elif kind == 6:
            _, after = dns_name(data, at)
            _, after = dns_name(data, after)
            found.append(str(struct.unpack(">I", data[after : after + 4])[0]))  # the serial
        elif kind == 16:
            found.append(value[1:].decode("utf-8", "replace"))
        at += length
    return found


async def icmp(probe, nonce):
    loop = asyncio.get_running_loop()
    places = await loop.getaddrinfo(probe["address"], 0, family=socket.AF_INET, type=socket.SOCK_DGRAM)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_ICMP) as echo:
        echo.setblocking(False)
        echo.connect((places[0][4][0], 0))
        packet = struct.pack(">BBHHH", 8, 0, 0, 0, 1) + nonce.encode()
        packet = packet[:2] + struct.pack(">H", checksum(packet)) + packet[4:]
        await loop.sock_sendall(echo, packet)
        while nonce.encode() not in await loop.sock_recv(echo, 1024):
            pass


def checksum(data):
    total = sum(struct.unpack(f">{len(data) // 2}H", data))
    total = (total >> 16) + (total & 0xFFFF)
    return ~(total + (total >> 16)) & 0xFFFF


async def sql(probe, nonce, find=False):
    url = urlsplit(probe["server"])
    user, password, base = unquote(url.username or ""), unquote(url.password or ""), url.path.lstrip("/")
    text = fill(probe["find"] if find else probe["query"], nonce)
    if url.scheme == "mariadb":
        words = ["mariadb", "--no-defaults", f"-h{url.hostname}", f"-P{url.port or 3306}", f"-u{user}", "-NBe", text, base]
        code, said = await command([word for word in words if word], {"MYSQL_PWD": password})
    else:
        words = ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", f"-h{url.hostname}", f"-p{url.port or 5432}"]
        words += [f"-U{user}", "-d", base, "-c", text]
        code, said = await command(words, {"PGPASSWORD": password})
    if code:
        raise Bad("no client" if code == 127 else "error")
    if find:
        if nonce not in said:
            raise Missing()
    else:
        holds(probe, said, nonce)


async def script(probe, nonce, find=False):
    part = probe["find"] if find else probe["script"]
    code, _ = await command([*part["command"], *probe["args"]], {**PLAN["env"], "NONCE": nonce})
    if code == 1 and find:
        raise Missing()
    if code:
        raise Bad(f"exit {code}")


async def command(words, env):
    """Run to its end; who gives up on it ends it with all it has started."""
    try:
        process = await asyncio.create_subprocess_exec(
            *words,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, **env},
            start_new_session=True,
        )
    except FileNotFoundError:
        return 127, ""
    try:
        said = await process.stdout.read(MOST_READ)
        return await process.wait(), said.decode("utf-8", "replace")
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


ASK = {"http": http, "tcp": tcp, "dns": dns, "icmp": icmp, "sql": sql, "script": script}


def why(error):
    """A few words for an answer that is not good. Nothing a server said stands in them."""
    if isinstance(error, Bad):
        return str(error)
    if isinstance(error, (asyncio.TimeoutError, TimeoutError)):
        return "no answer in time"
    if isinstance(error, ConnectionRefusedError):
        return "refused"
    if isinstance(error, (ConnectionError, asyncio.IncompleteReadError)):
        return "cut off"
    if isinstance(error, socket.gaierror):
        return "name unknown"
    if isinstance(error, ssl.SSLError):
        return "certificate refused" if isinstance(error, ssl.SSLCertVerificationError) else "TLS failed"
    if isinstance(error, OSError):
        return "unreachable" if error.errno in (101, 113) else f"error {error.errno}"
    return "not understood"


# ---- the steady rate ----


class Prober:
    def __init__(self):
        self.samples = os.open(f"{FOLDER}/samples", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self.written = os.fstat(self.samples).st_size
        self.epoch = began()
        self.held_up = []  # (from, to): when this process itself had no turn

    async def run(self):
        beats = [self.beat(index, probe) for index, probe in enumerate(PLAN["probes"])]
        await asyncio.gather(self.listen(), *beats)

    async def listen(self):
        """Notice when one's own heart skips a beat: what was open then is not to be judged."""
        last = clock()
        while True:
            await asyncio.sleep(BEAT)
            now = clock()
            if now - last > HELD_UP:
                self.held_up = [*self.held_up[-50:], (last, now)]
            last = now

    async def beat(self, index, probe):
        every = probe["every"] / 1000
        start = clock() + every * (index + 1) / (len(PLAN["probes"]) + 1)  # not all in the same moment
        turn, waiting = 0, set()
        while clock() < PLAN["until"] + self.epoch:
            due = start + turn * every
            await asyncio.sleep(max(0, due - clock()))
            if clock() - due > every * LATE:  # missed turns stay missed: none is made up for just before the next
                turn = int((clock() - start) / every) + 1
                continue
            turn += 1
            if len(waiting) < 40:
                task = asyncio.create_task(self.ask(index, probe))
                waiting.add(task)
                task.add_done_callback(waiting.discard)

    async def ask(self, index, probe):
        nonce, note, sent = os.urandom(8).hex(), "", clock()
        try:
            await asyncio.wait_for(ASK[probe["type"]](probe, nonce), probe["timeout"] / 1000)
            outcome = "g"
        except Exception as error:
            outcome, note = "b", why(error)
        took = round((clock() - sent) * 1000)
        if outcome == "g" and took > probe["slow"]:
            outcome = "s"
        if outcome != "g":
            await asyncio.sleep(BEAT * 2)  # let a skipped beat be noticed first
            if any(to > sent and since < sent + took / 1000 for since, to in self.held_up):
                return
        written = nonce if outcome != "b" and probe.get("find") else "-"
        self.write(f"{round((sent - self.epoch) * 1000)} {index} {outcome} {took} {written} {note}\n".encode())

    def write(self, line):
        self.written += len(line)
        if self.written < MOST_BYTES:
            os.write(self.samples, line)


def began():
    """The moment from which this drill counts: the first prober's, also for one that takes over."""
    try:
        with open(f"{FOLDER}/epoch") as file:
            return float(file.read())
    except (FileNotFoundError, ValueError):
        now = clock()
        with open(f"{FOLDER}/epoch.new", "w") as file:
            file.write(f"{now:.3f}\n")
        os.rename(f"{FOLDER}/epoch.new", f"{FOLDER}/epoch")
        return float(f"{now:.3f}")


def run():
    os.makedirs(FOLDER, mode=0o700, exist_ok=True)
    lock = os.open(f"{FOLDER}/lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return  # there is one at work already
    began()
    if os.fork():
        return
    os.setsid()
    with open(f"{FOLDER}/pid", "w") as file:
        file.write(f"{os.getpid()}\n")
    null = os.open("/dev/null", os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    asyncio.run(Prober().run())


# ---- afterwards ----


async def look():
    """Each write that was acknowledged: is it there? What cannot be asked is unknown, not lost."""
    probes = PLAN["probes"]
    writes = {index: [] for index, probe in enumerate(probes) if probe.get("find")}
    with contextlib.suppress(FileNotFoundError), open(f"{FOLDER}/samples") as file:
        for line in file:
            part = line.split(" ", 5)
            if len(part) == 6 and part[4] != "-" and int(part[1]) in writes:
                writes[int(part[1])].append((int(part[0]), part[4]))
    gate = asyncio.Semaphore(12)
    silent = {index: 0 for index in writes}  # in a row: who does not answer at all is not asked on and on

    async def find(index, nonce):
        probe = probes[index]
        async with gate:
            for attempt in range(3 if silent[index] < 24 else 0):
                try:
                    await asyncio.wait_for(ASK[probe["type"]](probe, nonce, find=True), 5)
                    silent[index] = 0
                    return "found"
                except Missing:
                    silent[index] = 0
                    return "lost"
                except Exception:
                    await asyncio.sleep(0.3 * attempt)
            silent[index] += 1
            return "unknown"

    result = {}
    for index, all_writes in writes.items():
        asked = all_writes[-MOST_WRITES:]
        ends = await asyncio.gather(*(find(index, nonce) for _, nonce in asked))
        count = {end: ends.count(end) for end in ("found", "lost", "unknown")}
        lost = [at for (at, _), end in zip(asked, ends) if end == "lost"]
        count["unknown"] += len(all_writes) - len(asked)
        result[index] = {"acknowledged": len(all_writes), **count, "lostAt": lost[:200]}
    print(json.dumps(result))


if sys.argv[1] == "run":
    run()
else:
    asyncio.run(look())

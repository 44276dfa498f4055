"""The explorer's server: started, asked, and treated badly."""
import os
import re
import socket
import subprocess
import time


class Server:
    # All that were started: none is left behind.
    processes = []

    def __init__(self, program, port=0, environment={}):
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [program, "explore", "--no-open", "--port", str(port)], stdout=subprocess.PIPE, text=True,
            env={**os.environ, **environment})
        self.processes.append(self.process)
        self.address = self.process.stdout.readline().strip()
        self.port = int(re.fullmatch(r"http://127\.0\.0\.1:(\d+)/", self.address)[1])

    def stop(self):
        self.process.terminate()
        try:
            return self.process.wait(10)
        finally:
            self.process.kill()

    def status(self, key):
        with open(f"/proc/{self.process.pid}/status") as file:
            return int(re.search(rf"{key}:\s+(\d+)", file.read())[1])

    def seconds(self):
        """Of the processor, so far."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def send(self, data, patience=15):
        """What it answers to bytes, and after how many seconds."""
        start = time.monotonic()
        with socket.create_connection(("127.0.0.1", self.port), timeout=patience) as link:
            answer = b""
            try:
                for piece in [data] if isinstance(data, bytes) else data:
                    link.sendall(piece)
            except OSError:
                pass
            try:
                while piece := link.recv(65536):
                    answer += piece
            except OSError:
                pass
        return answer, time.monotonic() - start

    def read(self, path):
        """A stream that goes on until it is closed."""
        link = socket.create_connection(("127.0.0.1", self.port), timeout=15)
        link.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
        return link

    def get(self, path, *headers, host=None):
        head = [f"GET {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{self.port}'}", *headers]
        return self.send("\r\n".join([*head, "", ""]).encode())


def hostile(server):
    """Requests that must be refused, each with the status it must get; None where the connection may just end."""
    host = f"Host: 127.0.0.1:{server.port}\r\n".encode()

    def body():
        yield b"POST /field HTTP/1.1\r\n" + host + b"Content-Length: 104857600\r\n\r\n"
        for _ in range(100):
            yield b"x" * (1 << 20)

    def slow():
        for byte in b"GET / HTTP/1.1\r\n" + host:
            yield bytes([byte])
            time.sleep(1.2)
            if slow.count > 8:
                return
            slow.count += 1
    slow.count = 0

    def head():
        yield b"GET / HTTP/1.1\r\n"
        for _ in range(100):
            yield b"X: " + b"y" * (1 << 20)

    at = lambda path, *headers, **more: (lambda: server.get(path, *headers, **more))
    raw = lambda data: (lambda: server.send(data))
    return [
        ("another host", at("/", host="evil.example"), 421),
        ("another host with this port", at("/", host=f"evil.example:{server.port}"), 421),
        ("no host", raw(b"GET / HTTP/1.1\r\n\r\n"), 421),
        ("another origin", at("/field", "Origin: http://evil.example"), 403),
        ("the origin null", at("/field", "Origin: null"), 403),
        ("another site's page", at("/index-energy", "Sec-Fetch-Site: cross-site"), 403),
        ("a path upwards", at("/../../../../etc/passwd"), 404),
        ("a path upwards, encoded", at("/%2e%2e/%2e%2e/etc/passwd"), 404),
        ("a body of 100 MB", lambda: server.send(body()), 405),
        ("a slow reader of its own words", lambda: server.send(slow()), 408),
        ("a head of 100 MB", lambda: server.send(head()), 431),
        ("words that are no request", raw(b"\x00\xff\x13\x37 hello\r\n\r\n"), 400),
        ("bad JSON", raw(b"POST / HTTP/1.1\r\n" + host + b"Content-Length: 9\r\n\r\n{\"n\": [}}"), 405),
        ("DELETE", raw(b"DELETE / HTTP/1.1\r\n" + host + b"\r\n"), 405),
        ("an absurd N", at("/index-energy?n=99999999999999999999"), 400),
        ("N that is no number", at("/index-energy?n=forty"), 400),
        ("a negative number of searches", at("/index-energy?points=-1"), 400),
        ("an absurd mixture", at("/index-energy?mixture=1000000:1e308"), 400),
        ("a mixture too large for the memory", at("/index-energy?mixture=9:1&n=120"), 400),
        ("a mixture that is a script", at("/index-energy?mixture=%3Cscript%3E"), 400),
        ("a size that is not finite", at("/field?size=inf"), 400),
        ("a ball outside", at("/field/ball?x=1e308&y=nan"), 400),
        ("a name twice", at("/field?size=8&size=9"), 400),
        ("an unknown name", at("/field?evil=1"), 400),
        ("bytes that are no text", at("/field?size=%ff%fe"), 400),
    ]

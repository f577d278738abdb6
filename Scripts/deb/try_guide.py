#!/usr/bin/env python3
"""Does what docs/installare.md says, line by line, in a Debian 12 made for it, started, and with a network of its own.

    try_guide.py            after `make deb`; needs root, mmdebstrap, systemd-container

Blocks of `sh` are given to one shell as they stand; blocks of `nginx` and `ini` become the file that the text before them
names, those of TLS a part of the file above. What asks for another machine is done here in another way, see INSTEAD. The last
line of each block has to go well, and all before it.
"""

import pathlib
import re
import subprocess
import sys
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
ROOT = PROJECT / ".build/deb/guide"
PACKAGES = "ca-certificates,systemd-sysv,curl,nginx,certbot,python3-certbot-nginx,openssl,rsync,restic"
SITE = "/etc/nginx/sites-available/praticario"
# A line that cannot be tried here, and what is done in its place.
INSTEAD = [
    (r"certbot --nginx .*", "certbot --version"),
    (r" lettore1:/var/lib/praticario/archivio/$", " /var/lib/lettore1/"),
    (r"^apt update$", "true"),
    # No terminal answers; the packages are there, and the network is not.
    (r"^apt install ./praticario", "apt-get -y -qq --no-install-recommends --reinstall install ./praticario"),
    (r"^apt (install|purge) ", r"apt-get -y -qq --no-install-recommends \1 "),
]


def main():
    make_root()
    container = subprocess.Popen(
        ["systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--private-network", "--boot", "--console=pipe",
         "-D", ROOT], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        leader = started(container)
        script = "\n".join(steps((PROJECT / "docs/installare.md").read_text(encoding="utf-8")))
        environment = ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "HOME=/root",
                       "DEBIAN_FRONTEND=noninteractive"]
        command = ["nsenter", "-t", leader, "-a", *environment, "bash", "-e", "-v", "-c"]
        done = subprocess.run([*command, "cd /root\n" + script], stderr=subprocess.STDOUT)
        sys.exit(done.returncode)
    finally:
        container.terminate()
        container.wait()


def make_root():
    subprocess.run(["rm", "-rf", ROOT], check=True)
    subprocess.run(["mmdebstrap", "--quiet", "--variant=minbase", f"--include={PACKAGES}", "bookworm", ROOT], check=True)
    package, = (PROJECT / ".build/deb").glob("praticario_*.deb")
    subprocess.run(["cp", package, ROOT / "root"], check=True)
    # What the package depends on, from the network that the system does not have once it is started.
    inside = ["systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--pipe", "-D", ROOT, "sh", "-c"]
    line = f"apt-get update -qq && apt-get install -y -qq --no-install-recommends /root/{package.name}"
    subprocess.run([*inside, line + " && apt-get purge -y -qq praticario"], check=True, capture_output=True)
    with (ROOT / "etc/hosts").open("a", encoding="utf-8") as hosts:
        hosts.write("127.0.0.1 localhost archivio.esempio.org\n")


def started(container):
    for _ in range(200):
        time.sleep(0.3)
        children = subprocess.run(["pgrep", "-P", str(container.pid)], capture_output=True, text=True).stdout.split()
        if children:
            asked = ["nsenter", "-t", children[0], "-a", "systemctl", "is-system-running"]
            if subprocess.run(asked, capture_output=True, text=True).stdout.strip() in ("running", "degraded"):
                return children[0]
    sys.exit("the system does not start")


def steps(guide):
    named = None
    for text, kind, block in re.findall(r"(.*?)^```(\w+)\n(.*?)^```$", guide, re.M | re.S):
        paths = re.findall(r"`(/etc/[^`]+)`", text)
        named = paths[-1] if paths else None
        if kind == "sh":
            for pattern, other in INSTEAD:
                block = re.sub(pattern, other, block, flags=re.M)
            yield block
            yield "sleep 1"
        elif "upstream" in block:
            certificate = re.search(r"  ssl_certificate .*\n.*\n", guide)[0]
            readers = block.replace("listen 443 ssl;\n", "listen 8443 ssl;\n" + certificate)
            yield here("/etc/nginx/conf.d/lettori.conf", readers) + "\nnginx -t\nrm /etc/nginx/conf.d/lettori.conf"
        elif kind == "nginx" and "listen 443" in block:
            yield here("/root/tls", block)
            yield f"sed -i '/listen \\[::\\]:80/r /root/tls' {SITE} && nginx -t && systemctl reload nginx"
            # As for everybody where a certificate is of one of the known authorities.
            yield "cp /etc/ssl/certs/archivio.pem /usr/local/share/ca-certificates/archivio.crt"
            yield "update-ca-certificates >/dev/null; sleep 2"
        elif kind in ("nginx", "ini"):
            yield here(named, block)


def here(path, text):
    return f"cat > {path} <<'END'\n{text}END"


if __name__ == "__main__":
    main()

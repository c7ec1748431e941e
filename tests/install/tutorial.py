"""Does what a page of documentation says: its files are written and its commands run, in order, and give what it shows."""
import re
import subprocess

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = ("cmake", "cpp", "console")


class Tutorial:
    def __init__(self, page):
        self.blocks = {language: [] for language in BLOCKS}
        for language, text in FENCE.findall(page.read_text()):
            self.blocks[language].append(text)

    def joined(self, language):
        """All blocks of a language, as one file has them."""
        return "\n".join(self.blocks[language])

    def commands(self):
        """Pairs of a command and what it prints; None where the page shows nothing but `...`."""
        for block in self.blocks["console"]:
            for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = step.partition("\n")
                yield command, None if output == "...\n" else output

    def shown_file(self, name):
        """What the page shows of a file that the reader has already."""
        return next(output for command, output in self.commands() if command == f"cat {name}")


def follow(tutorial, folder, environment):
    """Runs the commands in one shell, as somebody at a terminal would. Returns lists of what each printed and was to print."""
    marker = "--- done ---"
    script = "exec 2>&1\n" + "".join(f"{command}\necho '{marker}' $?\n" for command, _ in tutorial.commands())
    result = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, text=True, check=False)
    outputs = re.split(rf"^{marker} \d+\n", result.stdout, flags=re.MULTILINE)[:-1]
    expected = [output for _, output in tutorial.commands()]
    printed = [None if wanted is None else got for got, wanted in zip(outputs, expected)]
    return printed, expected, result.stdout

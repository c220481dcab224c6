"""Windows: a task of the Task Scheduler. Untested: made by Microsoft's schema, and not run on Windows."""

from __future__ import annotations

import re
import subprocess
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from rolelight.startup.start import Start, StartupError

NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
NAME = "Rolelight"
# The scheduler puts values in their place, and knows no way to write them otherwise.
VARIABLE = re.compile(r"%[^%]*%|\$\(")


def write(start: Start) -> bytes:
    """The task. Raises StartupError for a path that the scheduler would change."""
    arguments = subprocess.list2cmdline(start.arguments)
    if VARIABLE.search(f"{start.python} {arguments}"):
        raise StartupError("Windows takes %...% and $(...) for variables. Choose a folder without them.")
    task = Element("Task", {"version": "1.2", "xmlns": NAMESPACE})
    _add(task, "RegistrationInfo", Description="Starts Rolelight at login.")
    _add(SubElement(task, "Triggers"), "LogonTrigger", Enabled="true", UserId=start.user)
    principal = _add(
        SubElement(task, "Principals"),
        "Principal",
        UserId=start.user,
        LogonType="InteractiveToken",
        RunLevel="LeastPrivilege",
    )
    principal.set("id", "Author")
    settings = _add(
        task,
        "Settings",
        MultipleInstancesPolicy="IgnoreNew",
        DisallowStartIfOnBatteries="false",
        StopIfGoingOnBatteries="false",
        ExecutionTimeLimit="PT0S",  # No limit; otherwise the server would be stopped after three days.
    )
    _add(settings, "RestartOnFailure", Interval="PT1M", Count="3")
    actions = SubElement(task, "Actions", {"Context": "Author"})
    _add(actions, "Exec", Command=start.python, Arguments=arguments)
    return bytes(ElementTree.tostring(task, "utf-16", xml_declaration=True))


def program_in(content: bytes) -> str | None:
    """The program that a task starts; None where it starts none."""
    try:
        return ElementTree.fromstring(content).findtext(f".//{{{NAMESPACE}}}Command")  # noqa: S314 - our file
    except ElementTree.ParseError:
        return None


def _add(parent: Element, name: str, **texts: str) -> Element:
    """A new element in another, with an element for each text in it."""
    element = SubElement(parent, name)
    for inner, text in texts.items():
        SubElement(element, inner).text = text
    return element

"""A site that goes to the next person without a load: nothing of the one before is painted or said there."""

from __future__ import annotations

from browser.stub import Words
from browser.tabs import Tab, painted, wait_for_paint

ROBIN = (Words("Web Developer", "headline", 0.6), Words("Django", "about", 0.5), Words("Flask", "about", 0.5))
ALL = [words.exact for words in ROBIN]
FAILURE = "document.querySelector(':root > [popover]')?.shadowRoot.querySelector('[data-failure]')"


def open_site(tab: Tab) -> None:
    tab.stub.words = ROBIN
    tab.open("single_page_site.html")


def test_a_reading_that_comes_late_paints_and_says_nothing_on_the_next_person(tab: Tab) -> None:
    open_site(tab)
    tab.stub.hold()
    tab.click_toolbar()
    assert tab.stub.arrived.wait(20)
    tab.ask("visit('kim')")
    tab.ask("watch()")
    tab.stub.release()
    # A second reading is answered after the late one, so that the late one had its chance.
    tab.stub.page_state = "private"
    tab.click_toolbar()
    tab.wait_for(f"{FAILURE}?.dataset.failure === 'page_private'")
    assert len(tab.stub.asked) == 2
    assert tab.ask("[...seen]") == []


def test_what_is_painted_goes_with_its_person_and_does_not_come_back_by_itself(tab: Tab) -> None:
    open_site(tab)
    tab.click_toolbar()
    wait_for_paint(tab, ALL)
    tab.ask("visit('kim')")
    wait_for_paint(tab, [])
    tab.ask("visit('robin')")
    tab.click_toolbar()
    assert painted(tab) == []
    wait_for_paint(tab, ALL)

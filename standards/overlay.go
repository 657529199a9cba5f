package standards

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// OverlayKind says what a tables file is.
type OverlayKind uint8

const (
	Supplement OverlayKind = iota + 1 // 补充: a county's own figures
	Draft                             // 草案: proposed law
)

var overlayWords = [...]string{"", "supplement", "draft"}

// String returns the word of the wire formats: supplement or draft.
func (k OverlayKind) String() string { return lang.Word(overlayWords[:], int(k)) }

// MarshalText implements encoding.TextMarshaler.
func (k OverlayKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *OverlayKind) UnmarshalText(text []byte) error {
	return wire.ReadWord(k, text, overlayWords[:])
}

// Overlay is the content of a tables file: rows laid over the published ones.
//
// A draft may restate anything that is a row, strike entries out of lists and choose readings. A
// supplement may state what is not on record for a place, or its own figure where a floor is on
// record, not below it; it never touches a national rule.
type Overlay struct {
	ID         string // the id under which rows and decisions cite it
	Kind       OverlayKind
	Title      string
	Number     string // 文号
	Issuer     string
	Issued     Date
	ApprovedBy string     // who approved the figures (批准机关), of a supplement
	Rows       []Standard // Basis.Document is set when the overlay is laid; an unstated Bound is Exactly
	Choices    []Choice
	Carry      Date   // the day whose city figures go on afterwards unless a row restates them; zero: none go on
	SHA256     Digest // of the file; computed from the content where it is zero
}

// document is the name under which o's rows cite it.
func (o Overlay) document() Document { return Document(o.ID) }

func (o Overlay) info() DocumentInfo {
	return DocumentInfo{Document: o.document(), Title: Text{Zh: o.Title, En: o.Title}, Number: o.Number, Issuer: o.Issuer,
		Issued: o.Issued, Standing: Supplied}
}

func (o Overlay) clone() Overlay {
	o.Rows = slices.Clone(o.Rows)
	o.Choices = slices.Clone(o.Choices)
	return o
}

// With lays overlays over t, in the order given. It reports RowErrors if a row cannot be used, if
// two files conflict, or if a supplement does what it may not; t is not changed.
func (t *Tables) With(overlays ...Overlay) (*Tables, error) {
	t = t.orPublished()
	laid := &Tables{slices.Clone(t.overlays), t.choices, t.chosen, t.known}
	var faults RowErrors
	for _, o := range overlays {
		o = o.prepared()
		faults = append(faults, o.check()...)
		faults = append(faults, laid.admit(o)...)
		laid.choose(o.Choices)
		laid.overlays = append(laid.overlays, o)
	}
	if len(faults) == 0 {
		faults = laid.belowCarried()
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return laid, nil
}

// prepared returns a copy of o with what its rows need not state filled in.
func (o Overlay) prepared() Overlay {
	o = o.clone()
	for i := range o.Rows {
		row := &o.Rows[i]
		row.Basis.Document = o.document()
		row.Carried = Date{}
		row.Under = 0
		if row.Bound == 0 && !row.Key.IsList() {
			row.Bound = Exactly
		}
	}
	if o.SHA256 == (Digest{}) {
		o.SHA256 = o.contentDigest()
	}
	return o
}

func (o Overlay) contentDigest() Digest {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %q %q %q %q %q\n", o.ID, o.Kind, o.Title, o.Number, o.Issuer, o.Issued, o.ApprovedBy, o.Carry)
	for _, row := range o.Rows {
		fmt.Fprintf(h, "%q\n", row.fields())
	}
	for _, c := range o.Choices {
		fmt.Fprintf(h, "%q\n", c)
	}
	return Digest(h.Sum(nil))
}

import Foundation

/// The terms of the words met last, by their forms: stemming is nearly all the cost of tokenizing, and a text repeats
/// its words. A word has two places; one that finds them taken pushes what stands in the first into the second.
///
/// All places lie in one block of memory, so that finding a word touches one or two lines of it and counts no
/// references. A word whose terms do not fit a place is made anew each time, in a place of its own.
final class TermCache {
    /// The bytes of a form and of its terms, valid until another word is stored.
    struct Terms {
        let exact: UnsafeBufferPointer<UInt8>
        /// Empty for a stop word.
        let stem: UnsafeBufferPointer<UInt8>
        /// Empty where there is none.
        let variant: UnsafeBufferPointer<UInt8>

        /// Of a word that nobody wants.
        static var none: Terms {
            let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
            return Terms(exact: empty, stem: empty, variant: empty)
        }
    }

    /// Four lengths, then the form, the exact form, the stem, the variant.
    private static let placeSize = 128
    private static let headerSize = 4
    private let size: Int
    private let places: UnsafeMutablePointer<UInt8>
    /// For what is too long: four words of at most 255 bytes.
    private static let overflowSize = headerSize + 4 * 255

    /// `size` is a power of two, 2 or more.
    init(size: Int) {
        self.size = size
        // Places that no word comes to are never memory, so that a large cache costs a short text nothing.
        guard let zeroes = calloc(size * Self.placeSize + Self.overflowSize, 1) else {
            preconditionFailure("no memory")
        }
        places = zeroes.assumingMemoryBound(to: UInt8.self)
    }

    deinit {
        free(places)
    }

    /// The terms of a form, made by `make` where the cache does not have them. `hash` is that of the form.
    func terms(
        of form: UnsafeBufferPointer<UInt8>, hash: UInt64,
        make: (UnsafeBufferPointer<UInt8>) -> (exact: [UInt8], stem: [UInt8], variant: [UInt8])
    ) -> Terms {
        let place = places + Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & UInt64(size - 2)) * Self.placeSize
        let second = place + Self.placeSize
        if form.count > 0 {
            if place[0] == form.count, holds(form, at: place + Self.headerSize) { return terms(at: place) }
            if second[0] == form.count, holds(form, at: second + Self.headerSize) { return terms(at: second) }
        }
        let (exact, stem, variant) = make(form)
        let needed = Self.headerSize + form.count + exact.count + stem.count + variant.count
        let target = needed <= Self.placeSize ? place : places + size * Self.placeSize
        if target == place { second.update(from: place, count: Self.placeSize) }
        var next = target + Self.headerSize
        func store(_ index: Int, _ part: UnsafeBufferPointer<UInt8>) {
            // Forms are cut long before.
            let length = min(part.count, 255)
            target[index] = UInt8(length)
            if let base = part.baseAddress { next.update(from: base, count: length) }
            next += length
        }
        store(0, form)
        for (index, part) in [exact, stem, variant].enumerated() {
            part.withUnsafeBufferPointer { store(index + 1, $0) }
        }
        return terms(at: target)
    }

    @inline(__always)
    private func holds(_ form: UnsafeBufferPointer<UInt8>, at start: UnsafeMutablePointer<UInt8>) -> Bool {
        for index in form.indices where start[index] != form[index] { return false }
        return true
    }

    @inline(__always)
    private func terms(at place: UnsafeMutablePointer<UInt8>) -> Terms {
        let exact = place + Self.headerSize + Int(place[0])
        let stem = exact + Int(place[1])
        let variant = stem + Int(place[2])
        return Terms(
            exact: UnsafeBufferPointer(start: exact, count: Int(place[1])),
            stem: UnsafeBufferPointer(start: stem, count: Int(place[2])),
            variant: UnsafeBufferPointer(start: variant, count: Int(place[3])))
    }
}

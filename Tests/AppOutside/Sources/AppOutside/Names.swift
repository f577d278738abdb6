import Foundation
import LookalikeUI
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

// Names of others that an app writes without saying whose they are. One of ours that is the same is ambiguous, and this
// file does not compile; it would in expressions, where the compiler chooses one, so all stand where types are named.

typealias NamesOfUserInterfaces = (
    Alert, Angle, Animation, Annotation, Attribute, Axis, Binding, Button, Canvas, Chart, Color, Commands, ContentMode,
    Divider, Document, Edge, Environment<Int>, Font, ForEach, Form, Gauge, Gesture, Grid, Group, Image, Kind, Label,
    Layout, Link, List, Map, Marker, Material, Menu, Model, Namespace, Path, Picker, Place, Plot, Point, Preview,
    Query, Relationship, Scene, Schema, Scope, Section, Selection, Settings, Shape, Slider, Source, Spacer, State<Int>,
    Status,
    Stepper,
    Tab, Table, Template, Text, TextField, Theme, Toggle, Transaction, any View, Visibility, Window
)

typealias NamesOfFoundation = (
    Bundle, Calendar, Data, Date, DateComponents, FileHandle, FileManager, IndexPath, IndexSet, Locale,
    Measurement<Unit>, Notification, Operation, Process, ProcessInfo, Progress, Scanner, Stream, Thread, TimeZone, URL,
    UUID, UserDefaults
)

typealias NamesOfSwift = (
    Character, Duration, any Identifiable, Mirror, Range<Int>, any RangeExpression, Result<Int, any Error>, Set<Int>,
    Substring, Task<Int, Never>, Unicode.Scalar
)

-- What paper needs and a page on screen does not: numbers of pages in the contents and indexes, and the addresses of
-- links. For pandoc, when it makes DOCX and ODT.

-- The numbers are fields, which word processors work out: LibreOffice when it lays out, Word when it opens what is
-- marked as dirty. Until then they show an estimate, since only a word processor knows where its pages end.
local LINES, LETTERS = 44, 92
local pages = {}

local function rows(text)
  return math.max(1, math.ceil(utf8.len(text) / LETTERS))
end

local function escaped(text)
  return (text:gsub('[&<>"]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }))
end

local function estimate(doc)
  local line, page = 0, 1
  local function add(count)
    line = line + count
    while line > LINES do line, page = line - LINES, page + 1 end
  end
  -- Title, author and date.
  add(8)
  for _, block in ipairs(doc.blocks) do
    if block.t == 'Header' then
      -- A chapter begins a page; see the style in riferimento.
      if block.level == 1 and line > 0 then line, page = 0, page + 1 end
      add(2)
      pages[block.identifier] = page
    else
      local count = 0
      pandoc.walk_block(pandoc.Div({ block }), {
        Para = function(text) count = count + rows(pandoc.utils.stringify(text)) + 0.5 end,
        Plain = function(text) count = count + rows(pandoc.utils.stringify(text)) + 0.3 end,
        CodeBlock = function(code) count = count + rows(code.text) end,
      })
      add(count)
    end
  end
end

-- As pandoc names the bookmark of a heading in DOCX: Word takes no more than 40 letters.
local function bookmark(id)
  if utf8.len(id) <= 40 and id:match('^%a') then return id end
  return 'X' .. pandoc.utils.sha1(id):sub(2)
end

local function field(id, isLine)
  local number = tostring(pages[id] or '')
  if FORMAT == 'docx' then
    local function run(content) return '<w:r>' .. content .. '</w:r>' end
    local before = isLine and '<w:tab/>' or '<w:t xml:space="preserve">, p. </w:t>'
    return pandoc.RawInline('openxml', run(before)
      .. run('<w:fldChar w:fldCharType="begin" w:dirty="true"/>')
      .. run('<w:instrText xml:space="preserve"> PAGEREF ' .. escaped(bookmark(id)) .. ' \\h </w:instrText>')
      .. run('<w:fldChar w:fldCharType="separate"/>') .. run('<w:t>' .. number .. '</w:t>')
      .. run('<w:fldChar w:fldCharType="end"/>'))
  end
  return pandoc.RawInline('opendocument', ', p. <text:bookmark-ref text:reference-format="page" text:ref-name="'
    .. escaped(id) .. '">' .. number .. '</text:bookmark-ref>')
end

local function span(element)
  local id = element.attributes['target'] or element.attributes['data-target']
  if element.classes:includes('page-number') and id then return field(id, element.classes:includes('line')) end
end

-- An address that the text itself shows is not said again.
local function link(element)
  local address = element.target
  if not address:match('^https?://') or address:find(pandoc.utils.stringify(element), 1, true) then return nil end
  return { element, pandoc.Str(' <' .. address .. '>') }
end

return { { Pandoc = function(doc) estimate(doc) end }, { Span = span, Link = link } }

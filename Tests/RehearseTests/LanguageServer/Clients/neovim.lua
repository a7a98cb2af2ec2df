-- Drives `rehearse lsp` with Neovim's own client:
--   nvim --headless --clean -c "luafile neovim.lua"
-- REHEARSE is the program, COURSE a copy of LanguageServer/Course. What it saw goes to LOG.

local log = io.open(os.getenv("LOG"), "w")
local function say(...)
  log:write(table.concat({ ... }, " "), "\n")
  log:flush()
end

local function run()
  vim.o.swapfile = false
  vim.cmd("edit " .. os.getenv("COURSE") .. "/scenarios/last-call.md")
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({
    name = "rehearse", cmd = { os.getenv("REHEARSE"), "lsp" }, root_dir = os.getenv("COURSE"),
    on_exit = function(code) vim.g.rehearse_status = code end,
  })
  vim.lsp.buf_attach_client(buffer, client)
  local function wait(condition, what)
    if not vim.wait(10000, condition, 10) then error("waited in vain for " .. what) end
  end
  local function codes()
    local found = {}
    for _, d in ipairs(vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR })) do
      table.insert(found, (d.code or "?") .. " " .. d.lnum .. ":" .. d.col)
    end
    return found
  end
  wait(function()
    local c = vim.lsp.get_client_by_id(client)
    return c and c.initialized
  end, "the greeting")

  vim.api.nvim_buf_set_text(buffer, 20, 34, 20, 35, { "m" })
  wait(function() return #codes() > 0 end, "a finding")
  say("found", unpack(codes()))

  -- The mend that is offered, applied.
  vim.api.nvim_win_set_cursor(0, { 21, 30 })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local answers = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", params, 5000)
  local action = answers[client].result[1]
  say("mend", action.title)
  vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
  wait(function() return #codes() == 0 end, "the finding to go")
  say("mended", vim.api.nvim_buf_get_lines(buffer, 20, 21, false)[1])

  -- A choice of which the target is not typed yet.
  vim.api.nvim_buf_set_lines(buffer, 25, 26, false, { "- [Dial in](#the" })
  local completion = vim.lsp.buf_request_sync(
    buffer, "textDocument/completion", {
      textDocument = vim.lsp.util.make_text_document_params(),
      position = { line = 25, character = 16 },
    }, 5000)
  local items = completion[client].result
  say("completion", #items, items[2].label)
  vim.api.nvim_buf_set_lines(buffer, 25, 26, false, { "- [Dial in](#the-call) `unless visited the-call`" })

  vim.api.nvim_win_set_cursor(0, { 21, 30 })
  vim.lsp.buf.definition()
  wait(function() return vim.api.nvim_win_get_cursor(0)[1] == 29 end, "the jump")
  say("definition", vim.api.nvim_get_current_line())

  vim.lsp.buf.rename("call")
  local function text() return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n") end
  wait(function() return text():find("{#call}", 1, true) end, "the new name")
  local _, old = text():gsub("the%-call", "")
  local _, new = text():gsub("#call", "")
  local _, visited = text():gsub("visited call", "")
  say("renamed", old, new, visited)
  wait(function() return #codes() == 0 end, "no findings")

  vim.lsp.stop_client(client)
  wait(function() return vim.g.rehearse_status ~= nil end, "the end")
  say("ended", vim.g.rehearse_status)
end

local ok, message = pcall(run)
if not ok then say("failed", message) end
log:close()
vim.cmd("qall!")

using Gongkai.UseCases.Requests;

namespace Gongkai.Portal;

/// <summary>表单里传来的文件。</summary>
public static class Uploads
{
    /// <summary>取出；没有选文件的框浏览器也送一个空的，不算。</summary>
    /// <param name="form">表单。</param>
    /// <param name="purposes">字段名与作什么用。</param>
    public static IReadOnlyList<UploadedFile> Of(IFormCollection form, params ReadOnlySpan<(string Field, string Purpose)> purposes)
    {
        List<UploadedFile> uploads = [];
        foreach (var (field, purpose) in purposes)
        {
            uploads.AddRange(form.Files.GetFiles(field)
                .Where(f => f.Length > 0 || f.FileName.Length > 0)
                .Select(f => new UploadedFile(purpose, f.FileName, f.Length, f.OpenReadStream)));
        }

        return uploads;
    }
}

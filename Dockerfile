# One image for web, workers and beat; docker-compose.yml says which of them a container is.
FROM node:22-slim AS assets
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
RUN useradd --system --uid 10001 --home-dir /app portal
COPY requirements.txt ./
RUN pip install --require-hashes -r requirements.txt
COPY --from=assets /app/node_modules ./node_modules
COPY . .
# Static files need settings but no services and no real secrets.
RUN DATABASE_URL=postgres://none REDIS_URL=redis://none SECRET_KEY=build \
    SMPORTAL_FERNET_KEYS=none python manage.py collectstatic --noinput \
    && python -m runtime.catalogues \
    && mkdir -p var/run && chown -R portal var
USER portal
EXPOSE 8000
CMD ["gunicorn", "smportal.wsgi:application", "--bind", "0.0.0.0:8000", \
     "--workers", "2", "--threads", "4", "--access-logfile", "-"]

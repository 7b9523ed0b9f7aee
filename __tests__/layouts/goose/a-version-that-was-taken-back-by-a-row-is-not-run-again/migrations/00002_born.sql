-- +goose Up
ALTER TABLE authors ADD COLUMN born INTEGER;
